export {agesTold} from './ages.ts';
export {checkInForm, checkInMessages} from './check-in-form.ts';
export {choosingMessages, type ChoosingMessages} from './choosing-messages.ts';
export {communityFundMessages, type CommunityFundMessages} from './community-fund-messages.ts';
export {communityMessages, type CommunityMessages} from './community-messages.ts';
export {contrast} from './contrast.ts';
export {detailMessages, type DetailMessages} from './detail-messages.ts';
export {exchangeForm, exchangeWordsOf, type ExchangeFormAct, type ExchangeFormSubject} from './exchange-form.ts';
export {exchangeMessages, type ExchangeMessages} from './exchange-messages.ts';
export {exchangeStory, exchangeStoryMessages, type ExchangeStoryMessages, type StoryFormats} from './exchange-story.ts';
export {listingForm, listingOf, valuesOfListing, type ListingFormSubject} from './listing-form.ts';
export {exchangeMailMessages, type ExchangeMailMessages} from './exchange-mails.ts';
export {
  fieldErrors,
  type FieldError,
  type FieldKind,
  type FieldOptions,
  type FormDescription,
  type FormField,
  type FormStep,
  type FormValues,
} from './form-description.ts';
export {faultOfField, faultsOfForm, isAsked} from './field-rules.ts';
export {formMessages, type FormMessages} from './form-messages.ts';
export {formDoorMessages, type FormDoorMessages} from './form-door-messages.ts';
export {formatDate, formatDateOfMoment} from './format-dates.ts';
export {formatDistance} from './format-distance.ts';
export {formatLanguage} from './format-language.ts';
export {formatDuration} from './format-duration.ts';
export {formatOpenings} from './format-openings.ts';
export {formatShortCount} from './format-short-count.ts';
export {formatCount, formatDay, formatPeriod, formatTime, locales} from './formats.ts';
export {freshnessMessages, type FreshnessMessages} from './freshness-messages.ts';
export {openingCalendarMessages, type OpeningCalendarMessages} from './opening-calendar-messages.ts';
export {historyMessages, type HistoryMessages} from './history-messages.ts';
export {fundRequestMessages, type FundRequestMessages} from './fund-request-messages.ts';
export {initiativeDetailMessages, type InitiativeDetailMessages} from './initiative-detail-messages.ts';
export {initiativeMessages, type InitiativeMessages} from './initiative-messages.ts';
export {linkMessages, type LinkMessages} from './link-messages.ts';
export {listMessages, type CountMessages, type ListMessages} from './list-messages.ts';
export {mailMessages, type MailMessages} from './mail-messages.ts';
export {mapMessages, type MapMessages} from './map-messages.ts';
export {messageForm} from './message-form.ts';
export {messageMailMessages, type MessageMailMessages} from './message-mails.ts';
export {moderationMailMessages, type ModerationMailMessages} from './moderation-mails.ts';
export {openingMessages, type OpeningMessages} from './opening-messages.ts';
export {pageMessages, type PageMessages} from './page-messages.ts';
export {partnerDetailMessages, type PartnerDetailMessages} from './partner-detail-messages.ts';
export {partnerMessages, type PartnerMessages} from './partner-messages.ts';
export {reportForm, reportMailMessages, reportMessages, type ReportMailMessages, type ReportMessages} from './report-messages.ts';
export {rosterMessages, type RosterMessages} from './roster-messages.ts';
export {signInMailMessages, type SignInMailMessages} from './sign-in-mails.ts';
export {signupForm, type SignupFieldName, type SignupSubject} from './signup-form.ts';
export {signupMessages, signupOutcome, signupProblem, type SignupMessages} from './signup-messages.ts';
export {signupFaultsOf, signupOf} from './signup-values.ts';
export {signInCodeForm, signInForm, signInNameForm} from './signing-in-form.ts';
export {signingInMessages, type SigningInMessages} from './signing-in-messages.ts';
export {statusMessages, type StatusMessages} from './status-messages.ts';
export {publicationMessages, type PublicationMessages} from './publication-messages.ts';
export {submissionForm, type SubmissionFieldName} from './submission-form.ts';
export {submissionMailMessages, type SubmissionMailMessages} from './submission-mails.ts';
export {submissionMessages, type SubmissionMessages} from './submission-messages.ts';
export {submissionOf, valuesOfInitiative, type SubmissionContext} from './submission-values.ts';
export {creditProblem, timeCreditAccountMessages, type TimeCreditAccountMessages} from './time-credit-account-messages.ts';
export {creditForm, OTHER_PERSON, type CreditAct, type CreditFormSubject} from './time-credit-form.ts';
export {areHours, creditAmounts, creditName, formatCredits, formatCreditsAndTime, type CreditName} from './time-credit-formats.ts';
export {movementTitle, nameFirst, nameOf, timeCreditMessages, type TimeCreditMessages} from './time-credit-messages.ts';
export {volunteeringDetailMessages, type VolunteeringDetailMessages} from './volunteering-detail-messages.ts';
export {volunteeringLinkMessages, type VolunteeringLinkMessages} from './volunteering-link-messages.ts';
export {volunteeringMailMessages, type VolunteeringMailMessages} from './volunteering-mails.ts';
export {volunteeringMessages, type VolunteeringMessages} from './volunteering-messages.ts';
export {weekdayLabels} from './weekday-labels.ts';
export {whereAndWhenMessages, type WhereAndWhenMessages} from './where-and-when-messages.ts';
export type {AddressForm, Language, MessageSet, Wording} from './wording.ts';
export {statementMessages, type StatementMessages} from './statement-messages.ts';
export {receiptMessages, type ReceiptMessages} from './receipt-messages.ts';
export {timeCreditMailMessages, type TimeCreditMailMessages} from './time-credit-mails.ts';
