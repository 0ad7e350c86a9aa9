/** Takes the file out of a multipart body: the field `media` with a filename (上传临时素材). Null when there is none. */
export function readUpload(raw: Buffer, contentType: string): { filename: string; bytes: Buffer } | null {
  const [, quoted, bare] = /boundary=(?:"([^"]+)"|([^;\s]+))/.exec(contentType) ?? [];
  const boundary = quoted ?? bare;
  if (!boundary) return null;
  const headEnd = raw.indexOf('\r\n\r\n');
  const end = raw.lastIndexOf(`\r\n--${boundary}--`);
  if (headEnd < 0 || end < headEnd + 4) return null;
  if (raw.indexOf(`--${boundary}\r\n`) !== 0) return null;
  const head = raw.subarray(0, headEnd).toString();
  const filename = /; filename="([^"]*)"/.exec(head)?.[1];
  if (!/; name="media"/.test(head) || !filename) return null;
  return { filename: filename.replaceAll('%22', '"'), bytes: raw.subarray(headEnd + 4, end) };
}
