import { type Directory, nameKey } from './roster-directory.ts';
import type { Line, RosterLines, RowProblem } from './roster-rows.ts';

/** Names every row that says again what an earlier row has said, and every alias that means somebody else. */
export function findDuplicates(lines: RosterLines, directory: Directory): RowProblem[] {
  return [
    ...repeated(lines.units, { field: 'name', key: ({ name }) => name && nameKey(name) }),
    ...repeated(lines.subjects, { field: 'name', key: ({ name }) => name && nameKey(name) }),
    // The projects of an enterprise share its code.
    ...repeated(lines.subjects, { field: 'uscc', key: ({ kind, uscc }) => kind === 'enterprise' && uscc }),
    ...repeated(lines.persons, { field: 'userid', key: (p) => p.userid && directory.personId(p.userid, p.corpid) }),
    ...repeated(lines.chats, { field: 'botChatid', key: ({ botChatid }) => botChatid }),
    ...repeated(lines.chats, { field: 'webhookKey', key: ({ webhookKey }) => webhookKey }),
    ...repeated(lines.chats, {
      field: 'name',
      key: (chat) =>
        !chat.botChatid && !chat.webhookKey && chat.name && nameKey(`${chat.name}/${chat.purpose}/${chat.of}`),
    }),
    ...lines.subjects.flatMap((line) => foreignAliases(line, directory)),
  ];
}

interface Uniqueness<T> {
  field: string;
  key: (cells: Partial<T>) => string | false | null | undefined;
}

function repeated<T>(lines: readonly Line<T>[], { field, key }: Uniqueness<T>): RowProblem[] {
  const first = new Map<string, number>();
  const problems: RowProblem[] = [];
  for (const { sheet, row, cells } of lines) {
    const value = key(cells);
    if (!value) continue;
    const earlier = first.get(value);
    if (earlier === undefined) first.set(value, row);
    else problems.push({ sheet, row, field, reason: `与第${earlier}行重复，请删除其中一行或改正。` });
  }
  return problems;
}

function foreignAliases(line: RosterLines['subjects'][number], directory: Directory): RowProblem[] {
  const { name, aliases } = line.cells;
  const own = new Set((directory.subjects.get(nameKey(name ?? '')) ?? []).map(({ id }) => id));
  const foreign = (aliases ?? []).filter((alias) =>
    (directory.subjects.get(nameKey(alias)) ?? []).some(({ id }) => !own.has(id)),
  );
  return foreign.map((alias) => ({
    sheet: line.sheet,
    row: line.row,
    field: 'aliases',
    reason: `“${alias}”是另一个企业或项目的全称，会分不清，请删除这个简称。`,
  }));
}
