import { endpoint } from '../endpoint.ts';
import { FileRef } from '../files.ts';

/** Files (upload is multipart, one part named `file`). */
export const fileEndpoints = {
  uploadFile: endpoint({
    method: 'POST',
    path: '/files',
    audience: 'agent',
    summary: 'Upload a file (multipart/form-data, part `file`)',
    response: FileRef,
  }),
  visitorUploadFile: endpoint({
    method: 'POST',
    path: '/visitor/files',
    audience: 'visitor',
    summary: 'Upload a file (multipart/form-data, part `file`)',
    response: FileRef,
  }),
} as const;
