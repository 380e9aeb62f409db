import { motive as autonomy } from './motives/autonomy.js';
import { motive as competition } from './motives/competition.js';
import { motive as curiosity } from './motives/curiosity.js';
import { motive as family } from './motives/family.js';
import { motive as food } from './motives/food.js';
import { motive as influence } from './motives/influence.js';
import { motive as physicalActivity } from './motives/physical-activity.js';
import { motive as possession } from './motives/possession.js';
import { motive as principles } from './motives/principles.js';
import { motive as safety } from './motives/safety.js';
import { motive as sensuality } from './motives/sensuality.js';
import { motive as socialCommitment } from './motives/social-commitment.js';
import { motive as socialContact } from './motives/social-contact.js';
import { motive as socialRecognition } from './motives/social-recognition.js';
import { motive as status } from './motives/status.js';
import { motive as structure } from './motives/structure.js';
import type { MotiveId, MotiveTexts } from './types.js';

/** The words of every motive, in the order of the motives. */
export const motiveTexts: Readonly<Record<MotiveId, MotiveTexts>> = {
  influence,
  autonomy,
  curiosity,
  'social-recognition': socialRecognition,
  structure,
  possession,
  principles,
  'social-commitment': socialCommitment,
  'social-contact': socialContact,
  family,
  status,
  competition,
  sensuality,
  food,
  'physical-activity': physicalActivity,
  safety,
};
