/** Whether the focus goes out of the whole of what listens, and not only from one of its fields to the next. */
export function leaves(event: FocusEvent): boolean {
  const [whole, next] = [event.currentTarget, event.relatedTarget];
  return !(whole instanceof Node && next instanceof Node && whole.contains(next));
}
