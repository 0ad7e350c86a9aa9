/** A person as the platform names them: `userid`, or `corpid/userid` for somebody of another corp. */
export const WANG = 'wwSUPPLIER/wangqiang';
export const SUN = 'sunli';
/** Speaks for both enterprises. */
export const QIAN = 'qianbo';
export const ZHANG = 'zhangming';
export const CHEN = 'chenjing';
export const LI = 'lihua';
export const ZHOU = 'zhoujie';
export const ZHAO = 'zhaomin';

/** The groups of the flow tests by their chat id; `SINGLE` is the 1:1 chat of whoever speaks. */
export const SHENGHONG = 'wrShenghong';
export const CHENHE = 'wrChenhe';
export const LEADER = 'wrLeaderZhang';
export const LEADER2 = 'wrLeaderChen';
export const GXJ = 'wrGxj';
export const RSJ = 'wrRsj';
export const OFFICE = 'wrOffice';
export const SINGLE = null;

const SHENGHONG_NAME = '涿州市盛弘机械有限责任公司';
const CHENHE_NAME = '满城区晨禾食品有限责任公司';
const OFFICE_NAME = '市双创双服办公室';

/** Two enterprises with a leader and a unit each, the one in a mixed group, the other in one of its own; and the office. */
export function aFlowRoster() {
  return {
    units: [
      { name: OFFICE_NAME, kind: 'office', county: null },
      { name: '市工信局', kind: 'department', county: null },
      { name: '市人社局', kind: 'department', county: null },
    ],
    persons: [
      { userid: 'zhangming', name: '张明', title: '副市长', level: '市', roles: ['leader'] },
      { userid: 'chenjing', name: '陈静', title: '市政协副主席', level: '市', roles: ['leader'] },
      aSpeaker({ userid: 'wangqiang', corpid: 'wwSUPPLIER', name: '王强', of: SHENGHONG_NAME, phone: '13800001111' }),
      aSpeaker({ userid: 'sunli', name: '孙丽', of: CHENHE_NAME, phone: '13800002222' }),
      aSpeaker({ userid: 'qianbo', name: '钱波', of: [SHENGHONG_NAME, CHENHE_NAME] }),
      { userid: 'lihua', name: '李华', roles: ['unit'], of: '市工信局' },
      { userid: 'zhoujie', name: '周洁', roles: ['unit'], of: '市人社局' },
      { userid: 'zhaomin', name: '赵敏', roles: ['office'], of: OFFICE_NAME },
    ],
    subjects: [
      anEnterprise({ name: SHENGHONG_NAME, aliases: ['盛弘机械'], leader: 'zhangming', unit: '市工信局' }),
      anEnterprise({ name: CHENHE_NAME, aliases: ['晨禾食品'], leader: 'chenjing', unit: '市人社局' }),
    ],
    chats: [
      aGroup({ name: '盛弘机械包联群', purpose: 'subject', of: SHENGHONG_NAME, botChatid: SHENGHONG }),
      aGroup({
        name: '晨禾食品企业群',
        purpose: 'subject',
        of: CHENHE_NAME,
        botChatid: CHENHE,
        audience: 'enterprise',
      }),
      aGroup({ name: '张明副市长包联专班', purpose: 'leader', of: 'zhangming', botChatid: LEADER }),
      aGroup({ name: '陈静副主席包联专班', purpose: 'leader', of: 'chenjing', botChatid: LEADER2 }),
      aGroup({ name: '市工信局办理群', purpose: 'unit', of: '市工信局', botChatid: GXJ }),
      aGroup({ name: '市人社局办理群', purpose: 'unit', of: '市人社局', botChatid: RSJ }),
      aGroup({ name: '双创双服办公室', purpose: 'office', of: OFFICE_NAME, botChatid: OFFICE }),
    ],
  };
}

/** The key of the robot that somebody added to a group by hand. */
export function webhookKeyOf(chatid: string): string {
  return `key-of-${chatid}`;
}

function aSpeaker<T extends object>(cells: T) {
  return { roles: ['subject'], ...cells };
}

function anEnterprise(cells: object) {
  return { kind: 'enterprise', list: '重点工业企业', county: null, ...cells };
}

function aGroup<T extends { botChatid: string }>(cells: T) {
  return { ...cells, webhookKey: webhookKeyOf(cells.botChatid) };
}
