import type { Api } from './api.ts';
import { objectsAt, textAt, textsAt } from './json.ts';

/** A member of the corp, as far as the app may see them. */
export interface Member {
  userid: string;
  name: string;
  departments: number[];
}

/**
 * Reads of the address book within the visible range of the app (读取成员, 获取部门成员, 获取子部门ID列表). The list of all
 * userids (user/list_id) is for the secret of 通讯录同步 alone and is no part of an app.
 */
export interface Directory {
  /** @throws WecomError 60111 when nobody has this userid. */
  getUser(userid: string): Promise<Member>;
  /** The members of one department, without those of the departments below it. */
  listUsers(departmentId: number): Promise<Member[]>;
  /** Ids of the departments, that one and those below it; without an id all that the app may see. */
  listDepartments(id?: number): Promise<{ id: number; parentId: number }[]>;
}

/** Builds the reads over the calls of the app. */
export function buildDirectory(api: Api): Directory {
  return {
    getUser: async (userid) => memberOf(await api.get('/cgi-bin/user/get', { userid })),
    async listUsers(departmentId) {
      const answer = await api.get('/cgi-bin/user/simplelist', { department_id: departmentId });
      return objectsAt(answer, 'userlist').map(memberOf);
    },
    async listDepartments(id) {
      const answer = await api.get('/cgi-bin/department/simplelist', id === undefined ? {} : { id });
      return objectsAt(answer, 'department_id').map((entry) => ({
        id: Number(entry.id),
        parentId: Number(entry.parentid),
      }));
    },
  };
}

function memberOf(entry: Parameters<typeof textAt>[0]): Member {
  return {
    userid: textAt(entry, 'userid') ?? '',
    name: textAt(entry, 'name') ?? '',
    departments: textsAt(entry, 'department').map(Number),
  };
}
