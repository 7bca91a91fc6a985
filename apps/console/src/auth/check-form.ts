import { Email, Password } from '@xiaoer/contracts';

export type FieldName = 'name' | 'shopName' | 'email' | 'password';

/** Which of the given fields are not acceptable, by the rules that the server uses. */
export function invalidFields(values: Partial<Record<FieldName, string>>): FieldName[] {
  const wrong: FieldName[] = [];
  for (const [name, value] of Object.entries(values) as [FieldName, string][]) {
    const isRight =
      name === 'email'
        ? Email.safeParse(value.trim()).success
        : name === 'password'
          ? Password.safeParse(value).success
          : value.trim() !== '' && value.trim().length <= 80;
    if (!isRight) wrong.push(name);
  }
  return wrong;
}
