/**
 * The closed lists of the contract: every code a person may choose, in the order shown.
 * The words for them stand in `src/texts`.
 */
export const ageBands = ['18-24', '25-29', '30-59', '60+'] as const;
export const bases = ['deidentified', 'consent'] as const;
export const templates = [
  'general',
  'no-sgi',
  'benefit-ending',
  'youth-no-measure',
  'weak-certificate',
  'npf-placement',
  'work-ability',
] as const;
export const purposes = ['meeting', 'advice'] as const;
export const urgencies = ['normal', 'soon'] as const;
export const genders = ['unspecified', 'woman', 'man', 'other'] as const;
export const assistances = ['unknown', '0-12', '13-27', '28+'] as const;
export const certificates = ['unexplored', 'valid', 'expired', 'missing', 'social-reasons'] as const;
export const ongoingMeasures = ['unknown', 'none', 'medical', 'work', 'social'] as const;
export const firstTimes = ['unknown', 'true', 'false'] as const;
export const declineReasons = [
  'wrong-remit',
  'wrong-area',
  'no-time',
  'conflict',
  'recognised',
  'more-needed',
  'other',
] as const;
export const ballots = ['yes', 'maybe', 'no'] as const;
export const results = ['path-chosen', 'no-path', 'wrong-question', 'continue-identified'] as const;
export const measures = [
  'fk-coordination',
  'reconciliation-meeting',
  'sassam',
  'certificate-dfa',
  'application-ae',
  'application-se',
  'np-assessment',
  'af-registration',
  'joint-mapping',
  'work-training',
  'placement',
  'studies',
  'rehab-coordinator',
  'sip',
  'plan',
  'remit-clarified',
  'none',
] as const;
export const obstacleCategories = [
  'remit',
  'certificate',
  'waiting-time',
  'registration',
  'information-exchange',
  'no-show',
  'routine',
  'rule',
  'resources',
  'other',
] as const;
export const progresses = [
  'work',
  'studies',
  'internship',
  'rehabilitation',
  'right-benefit',
  'ongoing',
  'none',
  'interrupted',
] as const;
export const cooperations = ['yes', 'partly', 'no'] as const;
export const roles = ['caseworker', 'member', 'coordinator', 'observer'] as const;
export const languages = ['sv', 'en'] as const;

export type AgeBand = (typeof ageBands)[number];
export type Basis = (typeof bases)[number];
export type Template = (typeof templates)[number];
export type Purpose = (typeof purposes)[number];
export type Urgency = (typeof urgencies)[number];
export type Gender = (typeof genders)[number];
export type Assistance = (typeof assistances)[number];
export type Certificate = (typeof certificates)[number];
export type OngoingMeasure = (typeof ongoingMeasures)[number];
export type FirstTime = (typeof firstTimes)[number];
export type DeclineReason = (typeof declineReasons)[number];
export type Ballot = (typeof ballots)[number];
export type OutcomeResult = (typeof results)[number];
export type Measure = (typeof measures)[number];
export type ObstacleCategory = (typeof obstacleCategories)[number];
export type Progress = (typeof progresses)[number];
export type Cooperation = (typeof cooperations)[number];
export type Role = (typeof roles)[number];
export type Language = (typeof languages)[number];
