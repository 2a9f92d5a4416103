/** Puts the focus on a field and selects what stands in it, so that typing replaces it. */
export function focusField(name: string): void {
  const field = document.getElementById(name);
  field?.focus();
  if (field instanceof HTMLInputElement) field.select();
}
