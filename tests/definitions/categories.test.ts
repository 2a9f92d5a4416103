import { describe, expect, it } from 'vitest';
import { byId, CATEGORIES, loadEdition, PRIMARY, sectionOf } from './edition.ts';

const loaded = await loadEdition();
const { definition } = loaded;

const ITEMS: Record<(typeof CATEGORIES)[number], string> = {
  clinical:
    'workWeeks outpatients wardRounds chairside discharges operations operationsLead rescues inConsult outConsult caseDiscussion difficultCases badPrescription newTech lectures trainJuniors coSupervise recordGuidance',
  'public-health':
    'workWeeks fieldDays outbreaks caseInvestigations surveillanceReports technicalPlans inspections labTests reportsReviewed proficiencyTests healthEducation grassrootsTraining qualityIncident newTech lectures trainJuniors coSupervise',
  tcm: 'workWeeks outpatients wardRounds operations tcmRate herbalService inConsult outConsult caseDiscussion difficultCases badPrescription newTech lectures trainJuniors coSupervise recordGuidance',
  nursing:
    'workWeeks clinicalShifts patientsNursed criticalCare rescues nursingRounds caseDiscussion inConsult outConsult specialistClinic qualityChecks adverseEvent newTech lectures trainJuniors recordGuidance',
  pharmacy:
    'workWeeks prescriptionsChecked prescriptionsReviewed pharmacistRounds inConsult outConsult drugHistories consultations adrReports tdm interventions dispensingError newTech lectures trainJuniors coSupervise',
  'medical-technology':
    'workWeeks reports reportsReviewed procedures interventional agreementRate criticalValues qualityControl equipment inConsult outConsult caseDiscussion newTech lectures trainJuniors coSupervise',
  'family-planning':
    'workWeeks outpatients wardRounds fpOperations complications counselling followUps grassrootsGuidance inConsult outConsult caseDiscussion difficultCases badPrescription newTech lectures trainJuniors recordGuidance',
  'primary-general-practice':
    'workWeeks outpatients homeVisits contracted healthRecords chronicManaged keyGroups referrals rescues tcmTechniques healthEducation villageGuidance inConsult difficultCases badPrescription trainJuniors recordGuidance',
  'primary-other':
    'workWeeks newTech lectures healthEducation villageGuidance trainJuniors errorIncident outpatients wardRounds operations difficultCases inConsult badPrescription recordGuidance tcmRate patientsNursed criticalCare nursingRounds homeVisits prescriptionsChecked prescriptionsReviewed consultations adrReports herbalService reports procedures qualityControl criticalValues healthRecords vaccinations surveillanceReports outbreaks',
};

describe.each(CATEGORIES)('%s', (id) => {
  const category = byId(definition.categories, id);
  const maxItems = (section: string) => sectionOf(loaded, id, section).schema?.maxItems;

  it('asks for its workload items over the five years before the cycle', () => {
    const { items = [], columns, own } = sectionOf(loaded, id, 'workload');
    expect(items.map((item) => item.id).join(' ')).toBe(ITEMS[id]);
    expect(columns).toMatchObject({ years: { from: -5, to: -1 } });
    expect(own?.max).toBe(10);
  });

  it('keeps the limits of rows', () => {
    const publications = PRIMARY.includes(id) ? 'caseStudies' : 'papers';
    const limits = ['study', 'work', 'priorAchievements', 'achievements', publications].map(maxItems);
    expect(limits).toEqual([8, 8, 10, 10, 6]);
  });

  it('takes papers with a tick, or case studies without one', () => {
    const ids = category.sections.map((section) => section.id);
    expect(ids.includes('papers')).toBe(!PRIMARY.includes(id));
    expect(ids.includes('caseStudies')).toBe(PRIMARY.includes(id));
    const section = sectionOf(loaded, id, PRIMARY.includes(id) ? 'caseStudies' : 'papers');
    expect(section.mark?.sheets).toEqual(PRIMARY.includes(id) ? undefined : ['publicity-sheet']);
  });

  it('wants no files for work history and earlier achievements', () => {
    expect(sectionOf(loaded, id, 'work').slots ?? []).toEqual([]);
    expect(sectionOf(loaded, id, 'priorAchievements').slots ?? []).toEqual([]);
  });

  it('lets desks correct basic information and nothing else that the applicant writes', () => {
    const desks = category.sections.filter((section) => section.editBy?.includes('desks'));
    expect(desks.map((section) => section.id)).toEqual(['basic', 'assessments', 'recommendation']);
  });

  it('leaves opinions and the publicity result to the events of the route', () => {
    const opinions = sectionOf(loaded, id, 'recommendation').schema?.properties ?? {};
    const written = ['grassroots', 'district', 'reform'].map((slot) => opinions[slot]?.editBy);
    expect(written).toEqual([[], [], []]);
    expect(sectionOf(loaded, id, 'publicityResult').editBy).toEqual([]);
  });

  it('has the menus of the manual in order', () => {
    expect(category.menus?.map((menu) => menu.title.slice(0, 2))).toEqual([
      '一、',
      '二、',
      '三、',
      '四、',
      '五、',
      '六、',
      '七、',
    ]);
    expect(category.pages.filter((page) => page.menu === 'info').map((page) => page.title)).toEqual([
      '封面',
      '基本信息',
      '工作学习经历',
      '任现职前工作业绩',
      '任现职工作业绩',
      '论著文及技术报告',
      '专业考试成绩',
      '其他附件材料',
    ]);
  });

  it('offers the primary-care forms to primary-care units alone', () => {
    expect(category.offeredWhen !== undefined).toBe(PRIMARY.includes(id));
  });
});

it('lists the nine categories and keeps the abstract ones apart', () => {
  const forms = definition.categories.filter((category) => category.account === undefined);
  expect(forms.map((category) => category.id).sort()).toEqual([...CATEGORIES].sort());
});

it('has sixteen questions of integrity, each a free tick', () => {
  const section = sectionOf(loaded, 'clinical', 'integrity');
  const boxes = Object.entries(section.schema?.properties ?? {}).filter(
    ([, field]) => field.type === 'boolean',
  );
  expect(boxes).toHaveLength(16);
  expect(section.schema?.required).not.toContain(boxes[0]?.[0]);
});
