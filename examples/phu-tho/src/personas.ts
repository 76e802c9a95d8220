import { slug } from './association.ts';
import { inventName } from './names.ts';
import { phuThoNetwork } from './network.ts';
import { nomineeCommunes } from './nominees.ts';
import { createRandom } from './random.ts';

/** A person of the demo with the one mandate that the demo needs of them. All are invented. */
export interface ExamplePersona {
  readonly key: string;
  readonly fullName: string;
  readonly role: 'officer' | 'nominator' | 'verifier' | 'approver' | 'treasurer' | 'auditor';
  /** A mandate reaches its association and all that is below. */
  readonly associationRef: string;
  /** What the identity provider calls them (`sub` of a token). */
  readonly subject: string;
}

const province = 'phu-tho';

/**
 * The few that a story is told about. Nobody nominates, verifies, approves and pays the same award. Their middle names
 * are such as no invented child or guardian bears, so that none of them seems to be a relative.
 */
const cast: readonly ExamplePersona[] = [
  persona('officer', 'Đỗ Cẩm Loan', 'officer', province),
  // Lists in Excel come from above: this one may nominate anywhere in the province.
  persona('list-keeper', 'Phan Trọng Nghĩa', 'nominator', province),
  persona('teacher', 'Hà Thị Tố Trà', 'nominator', `${province}/tan-son/xa-thu-cuc/chi-hoi-truong-thcs-thu-cuc`),
  persona(
    'teacher-yen-lap',
    'Đinh Trọng Quyết',
    'nominator',
    `${province}/yen-lap/xa-trung-son/chi-hoi-truong-thcs-trung-son`,
  ),
  persona(
    'teacher-thanh-son',
    'Phùng Thị Cẩm Oanh',
    'nominator',
    `${province}/thanh-son/xa-thuong-cuu/chi-hoi-truong-thcs-thuong-cuu`,
  ),
  persona('nominator-tan-son', 'Quách Thế Lộc', 'nominator', `${province}/tan-son`),
  persona('nominator-yen-lap', 'Triệu Tố Diệp', 'nominator', `${province}/yen-lap`),
  persona('nominator-thanh-son', 'Bùi Thế Hậu', 'nominator', `${province}/thanh-son`),
  persona('approver-1', 'Lương Trọng Kiên', 'approver', province),
  persona('approver-2', 'Tạ Cẩm Hằng', 'approver', province),
  persona('treasurer', 'Kiều Tố Huệ', 'treasurer', province),
  persona('auditor', 'Ngô Trọng Bách', 'auditor', province),
];

/** The cast, and a verifier at each commune that children are nominated from (`verifier/<ref of the commune>`). */
export function examplePersonas(): readonly ExamplePersona[] {
  const random = createRandom(7);
  const verifiers = nomineeCommunes(phuThoNetwork().associations).map(({ commune }) => {
    const sex = random.chance(50) ? 'FEMALE' : 'MALE';
    return persona(`verifier/${commune.ref}`, inventName(random, { sex, people: 'MUONG' }), 'verifier', commune.ref);
  });
  return [...cast, ...verifiers];
}

function persona(key: string, fullName: string, role: ExamplePersona['role'], associationRef: string): ExamplePersona {
  return { key, fullName, role, associationRef, subject: `phu-tho-${slug(key)}` };
}
