import type { ApiRequest } from '../api.ts';
import { refuse, taken, type Verdict } from '../verdict.ts';

/** A member of the simulated corp. */
export interface CorpMember {
  userid: string;
  name: string;
  /** Ids of departments; the root, 1, by default. */
  departments?: number[];
  /** Outside the visible range of the app: an invalid receiver. */
  hidden?: boolean;
  /** Without a licence for what apps send. */
  unlicensed?: boolean;
}

/** The address book. The platform does not tell the cases of userids apart. */
export interface Corp {
  register(member: CorpMember): void;
  find(userid: string): CorpMember | null;
  /** The members whom the app may see, of one department where it is given. */
  visible(department?: number): CorpMember[];
  getUser(request: ApiRequest): Verdict;
  listUsers(request: ApiRequest): Verdict;
  listDepartments(): Verdict;
}

const ROOT = 1;

/** Builds a corp without members. */
export function buildCorp(): Corp {
  const members = new Map<string, CorpMember>();
  const find = (userid: string) => members.get(userid.toLowerCase()) ?? null;
  const visible = (department?: number) =>
    [...members.values()].filter(
      (member) => !member.hidden && (department === undefined || departmentsOf(member).includes(department)),
    );
  return {
    find,
    visible,
    register: (member) => void members.set(member.userid.toLowerCase(), member),
    getUser({ query }) {
      const member = find(query('userid'));
      if (!member) return refuse(60111, 'userid not found');
      return member.hidden ? refuse(60011, 'no privilege to access/modify contact/party/agent') : taken(userOf(member));
    },
    listUsers({ query }) {
      const department = Number(query('department_id'));
      if (!departments().includes(department))
        return refuse(60011, 'no privilege to access/modify contact/party/agent');
      return taken({ userlist: visible(department).map(userOf) });
    },
    listDepartments: () =>
      taken({ department_id: departments().map((id) => ({ id, parentid: id === ROOT ? 0 : ROOT, order: id })) }),
  };

  function departments(): number[] {
    return [...new Set([ROOT, ...visible().flatMap(departmentsOf)])].toSorted((a, b) => a - b);
  }
}

function departmentsOf({ departments = [ROOT] }: CorpMember): number[] {
  return departments;
}

function userOf(member: CorpMember): object {
  return { userid: member.userid, name: member.name, department: departmentsOf(member) };
}
