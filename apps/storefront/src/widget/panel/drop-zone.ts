import { useEffect, useState } from 'preact/hooks';

/** Takes files that are dropped on the panel. Answers whether some are held above it now. */
export function useDropZone(
  panel: { current: HTMLElement | null },
  isOn: boolean,
  onFiles: (files: File[]) => void,
): boolean {
  const [depth, setDepth] = useState(0);
  useEffect(() => {
    const element = panel.current;
    if (!element || !isOn) return;
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const enter = (event: DragEvent) => hasFiles(event) && setDepth((value) => value + 1);
    const leave = (event: DragEvent) => hasFiles(event) && setDepth((value) => Math.max(0, value - 1));
    const over = (event: DragEvent) => hasFiles(event) && event.preventDefault();
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setDepth(0);
      onFiles([...(event.dataTransfer?.files ?? [])]);
    };
    element.addEventListener('dragenter', enter);
    element.addEventListener('dragleave', leave);
    element.addEventListener('dragover', over);
    element.addEventListener('drop', drop);
    return () => {
      element.removeEventListener('dragenter', enter);
      element.removeEventListener('dragleave', leave);
      element.removeEventListener('dragover', over);
      element.removeEventListener('drop', drop);
    };
  }, [isOn, panel, onFiles]);
  return depth > 0;
}
