/** A kind of file that is kept: its media type, and how its names end. */
export interface FileType {
  type: string;
  end: string;
}

interface Signature extends FileType {
  /** Where the mark stands, and the mark in hexadecimal; `..` is any byte. */
  at: number;
  mark: string;
}

/** Pictures, documents, voices and videos as telephones and offices make them. What is not here is not kept: no page, no script, no program. */
const SIGNATURES: readonly Signature[] = [
  { type: 'image/jpeg', end: 'jpg', at: 0, mark: 'ffd8ff' },
  { type: 'image/png', end: 'png', at: 0, mark: '89504e470d0a1a0a' },
  { type: 'image/gif', end: 'gif', at: 0, mark: '47494638' },
  { type: 'image/webp', end: 'webp', at: 0, mark: '52494646........57454250' },
  { type: 'image/heic', end: 'heic', at: 4, mark: '6674797068656963' },
  { type: 'application/pdf', end: 'pdf', at: 0, mark: '255044462d' },
  { type: 'audio/amr', end: 'amr', at: 0, mark: '2321414d52' },
  { type: 'video/mp4', end: 'mp4', at: 4, mark: '66747970' },
  { type: 'application/x-ole-storage', end: 'doc', at: 0, mark: 'd0cf11e0a1b11ae1' },
  { type: 'application/zip', end: 'zip', at: 0, mark: '504b0304' },
];

/** Papers of an office are ZIP files: which kind says a folder that each of them has. */
const PAPERS: readonly (FileType & { folder: string })[] = [
  { folder: 'word/', type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', end: 'docx' },
  { folder: 'xl/', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', end: 'xlsx' },
  { folder: 'ppt/', type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', end: 'pptx' },
];

const PAPER_MARK = '[Content_Types].xml';

/** The type of a file by its bytes; null for one that is not kept. A ZIP that is no paper is not: nobody sees what is in it. */
export function fileTypeOf(bytes: Uint8Array): FileType | null {
  const found = SIGNATURES.find((signature) => matches(bytes, signature));
  if (!found) return null;
  if (found.type !== 'application/zip') return { type: found.type, end: found.end };
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const paper = text.includes(PAPER_MARK) && PAPERS.find(({ folder }) => text.includes(folder));
  return paper ? { type: paper.type, end: paper.end } : null;
}

function matches(bytes: Uint8Array, { at, mark }: Signature): boolean {
  const pairs = mark.match(/../g) ?? [];
  return pairs.every((pair, i) => pair === '..' || bytes[at + i] === Number.parseInt(pair, 16));
}
