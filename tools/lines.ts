/**
 * Lines of a byte stream, split at line feeds only: JSON may hold a bare U+2028, which Node's readline takes for a line end.
 * A carriage return at the end and a byte order mark at the start are dropped.
 */
export async function* toLines(input: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder(); // drops the byte order mark
  let rest = '';
  for await (const bytes of input) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.replace(/\r$/u, '');
  }
  rest += decoder.decode();
  if (rest !== '') yield rest.replace(/\r$/u, '');
}
