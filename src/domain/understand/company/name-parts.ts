import { toHalfWidth } from '../fold-text.ts';

/** A registered name taken apart, so that 保定市X有限公司 and 保定X meet. */
export interface NameParts {
  /** Half-width, without spaces and brackets. */
  full: string;
  /** Places at the head, without 省, 市, 县, 区. */
  regions: readonly string[];
  /** What is left between the places and the legal form. */
  core: string;
}

const PROVINCES =
  '北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|中国';
const LEGAL_FORM =
  /(?:集团)?(?:股份有限责任公司|有限责任公司|股份有限公司|有限公司|责任公司|股份公司|集团公司|总公司|分公司|公司|集团|农民专业合作社|专业合作社|合作社|总厂|厂|店|中心|部|社)$/;
const PLACE_END = '(?:省|市|县|区|自治县|自治区|回族自治县|满族自治县|镇|乡)';
const PLACE =
  /^(?:([\u4e00-\u9fa5]{2,3}?)(?:市|县|区|自治县|回族自治县|满族自治县)|([\u4e00-\u9fa5]县))(?=[\u4e00-\u9fa5]{3})/;

/** The places with which registered names begin, so that they are known without their 市 as well. */
export function learnPlaces(names: Iterable<string>): ReadonlySet<string> {
  const places = new Set(PROVINCES.split('|'));
  for (const name of names) {
    const match = PLACE.exec(normalizeName(name).replace(new RegExp(`^(?:${PROVINCES})省?`), ''));
    const place = match?.[2] ?? match?.[1];
    if (place) places.add(place);
  }
  return places;
}

/** A name without what people write differently: width, spaces, brackets. */
export function normalizeName(name: string): string {
  return toHalfWidth(name)
    .replace(/[\s()[\]【】《》"“”'·.,、-]/g, '')
    .toLowerCase();
}

/** Takes a name apart by the known places. */
export function partName(name: string, places: ReadonlySet<string>): NameParts {
  const full = normalizeName(name);
  const regions: string[] = [];
  let rest = full;
  for (let depth = 0; depth < 3; depth += 1) {
    const place = placeAt(rest, places);
    if (!place) break;
    regions.push(place);
    rest = rest.slice(place.length).replace(new RegExp(`^${PLACE_END}`), '');
  }
  const core = rest.replace(LEGAL_FORM, '') || rest || full;
  return { full, regions, core };
}

/** A place counts only where enough is left to be a name. */
function placeAt(rest: string, places: ReadonlySet<string>): string | null {
  for (const length of [3, 2]) {
    const place = rest.slice(0, length);
    if (places.has(place) && rest.length > length + 1) return place;
  }
  return null;
}
