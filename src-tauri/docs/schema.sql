CREATE TABLE case_fact (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,  -- case.json, title, reference, marking, unit, demonstration, evidence-rules-read
  value TEXT NOT NULL
) STRICT;

CREATE TABLE officer (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  number TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('officer', 'supervisor', 'reader')),
  public_key TEXT NOT NULL,   -- OpenSSH line; also in the audit entry of the join
  joined_ms INTEGER NOT NULL,
  reads TEXT NOT NULL DEFAULT '[]',
  email TEXT,
  phone TEXT,
  badge TEXT
) STRICT;

CREATE TABLE invitation (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  name TEXT NOT NULL,
  number TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('officer', 'supervisor', 'reader')),
  slot TEXT NOT NULL,
  made_ms INTEGER NOT NULL,
  expires_ms INTEGER NOT NULL,
  used_by INTEGER REFERENCES officer (id)
) STRICT;

CREATE TABLE slot (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('officer', 'recovery', 'unit', 'invitation')),
  officer INTEGER REFERENCES officer (id),
  label TEXT NOT NULL,
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
  is_removed INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE officer_team (
  id INTEGER PRIMARY KEY,
  officer INTEGER NOT NULL REFERENCES officer (id),
  team TEXT NOT NULL,        -- empty: in none from then on
  from_ms INTEGER NOT NULL,
  at_ms INTEGER NOT NULL     -- when it was said
) STRICT;

CREATE INDEX officer_team_by_officer ON officer_team (officer, from_ms);

CREATE TABLE audit (
  seq INTEGER PRIMARY KEY,
  at_ms INTEGER NOT NULL,
  officer BLOB NOT NULL,
  device TEXT NOT NULL,
  operation TEXT NOT NULL CHECK (operation IN
    ('collection', 'alteration', 'consultation', 'disclosure', 'combination', 'erasure')),
  action TEXT NOT NULL,
  subject_kind TEXT NOT NULL,
  subjects TEXT NOT NULL,  -- JSON array of ids; empty for a bulk act, whose records the set names
  set_uid BLOB NOT NULL UNIQUE,
  fields TEXT NOT NULL,    -- JSON array of the names of changed fields, never values
  texts TEXT NOT NULL,     -- JSON object: name to SHA-256(salt, text)
  salt BLOB NOT NULL CHECK (length(salt) = 16),
  leaf BLOB NOT NULL CHECK (length(leaf) = 32),
  chain BLOB NOT NULL CHECK (length(chain) = 32)
) STRICT;

CREATE TRIGGER audit_is_never_updated BEFORE UPDATE ON audit
  BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;

CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit
  BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;

CREATE INDEX audit_cut_back ON audit (seq) WHERE action = 'log-cut-back';

CREATE TABLE audit_text (
  seq INTEGER NOT NULL REFERENCES audit (seq),
  name TEXT NOT NULL,
  text TEXT,               -- NULL once erased
  PRIMARY KEY (seq, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE audit_checkpoint (
  seq INTEGER PRIMARY KEY REFERENCES audit (seq),
  root BLOB NOT NULL,      -- RFC 6962 tree head over the leaves up to seq
  frontier BLOB NOT NULL,  -- the roots of the perfect subtrees, largest first
  at_ms INTEGER NOT NULL,
  officer BLOB NOT NULL,
  head TEXT NOT NULL       -- the signed text, as audit.head holds it
) STRICT;

CREATE TABLE change (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL,
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED,  -- the set: its audit entry
  kind TEXT NOT NULL,
  record INTEGER NOT NULL,
  account INTEGER,         -- whose history and index it belongs to
  field TEXT NOT NULL,     -- * when the record was made
  old TEXT,
  new TEXT,
  base INTEGER,            -- the change of the same field it was made on
  origin TEXT NOT NULL DEFAULT 'here',
  hlc INTEGER NOT NULL     -- hybrid logical clock: milliseconds times 65536 plus a counter
) STRICT;

CREATE INDEX change_by_record ON change (kind, record, field) WHERE field <> '*';

CREATE INDEX change_by_set ON change (seq);

CREATE INDEX change_by_account ON change (account, seq);

CREATE TABLE batch (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  seq INTEGER NOT NULL,      -- its audit entry
  kind TEXT NOT NULL DEFAULT 'accounts' CHECK (kind IN ('accounts', 'register', 'outcomes')),
  file_name TEXT NOT NULL,
  sha256 BLOB NOT NULL,
  encoding TEXT NOT NULL,
  delimiter TEXT NOT NULL,
  header TEXT NOT NULL,      -- JSON array of the columns as written
  extra_columns TEXT NOT NULL,  -- JSON array: those kept as they are, in their order
  read INTEGER NOT NULL DEFAULT 0,
  created INTEGER NOT NULL DEFAULT 0,
  updated INTEGER NOT NULL DEFAULT 0,
  unchanged INTEGER NOT NULL DEFAULT 0,
  merged INTEGER NOT NULL DEFAULT 0,
  rejected INTEGER NOT NULL DEFAULT 0,
  erased INTEGER NOT NULL DEFAULT 0,
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  is_undone INTEGER NOT NULL DEFAULT 0,
  CHECK (read = created + updated + unchanged + merged + rejected + erased)
) STRICT;

CREATE TABLE account (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  platform TEXT NOT NULL,
  unit TEXT NOT NULL,
  display_name TEXT,
  bio TEXT,
  language TEXT,
  followers TEXT,
  flagged_reason TEXT,
  source TEXT,
  extra TEXT NOT NULL DEFAULT '[]',  -- JSON array of {name, value}: unmapped columns in the file's order
  imported_ms INTEGER NOT NULL,
  batch INTEGER REFERENCES batch (id),
  assignee INTEGER REFERENCES officer (id),  -- who works on it
  is_retracted INTEGER NOT NULL DEFAULT 0,
  erasure INTEGER REFERENCES erasure (id)  -- what erased it: nothing is left but what figures rest on
) STRICT;

CREATE INDEX account_by_assignee ON account (assignee) WHERE assignee IS NOT NULL;

CREATE INDEX account_by_erasure ON account (erasure) WHERE erasure IS NOT NULL;

CREATE TABLE tag (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  account INTEGER NOT NULL REFERENCES account (id),
  folded TEXT NOT NULL,      -- for matching only
  written TEXT NOT NULL,     -- as it was written first
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  is_retracted INTEGER NOT NULL DEFAULT 0,
  UNIQUE (account, folded)
) STRICT;

CREATE INDEX tag_by_word ON tag (folded, account) WHERE is_retracted = 0;

CREATE TABLE person_role (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  account INTEGER NOT NULL REFERENCES account (id),
  role TEXT NOT NULL CHECK (role IN ('unknown', 'suspect', 'witness', 'victim', 'child', 'third-party')),
  rests_on TEXT CHECK (rests_on IN ('fact', 'opinion')),  -- NULL where the role is unknown
  words TEXT,
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  is_retracted INTEGER NOT NULL DEFAULT 0,
  CHECK ((role = 'unknown') = (rests_on IS NULL))
) STRICT;

CREATE INDEX person_role_by_account ON person_role (account, id);

CREATE TABLE handle (
  id INTEGER PRIMARY KEY,
  platform TEXT NOT NULL,
  folded TEXT NOT NULL,      -- for matching only
  UNIQUE (platform, folded)
) STRICT;

CREATE TABLE platform_id (
  id INTEGER PRIMARY KEY,
  platform TEXT NOT NULL,
  value TEXT NOT NULL,       -- whose it is, the sightings say
  UNIQUE (platform, value)
) STRICT;

CREATE TABLE sighting (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  account INTEGER NOT NULL REFERENCES account (id),
  handle INTEGER REFERENCES handle (id),
  written TEXT,              -- the handle as it stood in the source, without @
  platform_id INTEGER REFERENCES platform_id (id),
  url TEXT,                  -- the address as it stood in the source
  canonical_url TEXT,
  seen_ms INTEGER NOT NULL,
  seen_precision TEXT NOT NULL,
  seen_raw TEXT,
  seen_zone TEXT,
  is_assumed INTEGER NOT NULL DEFAULT 0,  -- no date was given: the date of import
  known_ms INTEGER NOT NULL,
  recorded_ms INTEGER NOT NULL,
  source TEXT NOT NULL,
  batch INTEGER REFERENCES batch (id),
  origin TEXT NOT NULL DEFAULT 'here',
  is_retracted INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX sighting_by_account ON sighting (account, seen_ms);

CREATE INDEX sighting_by_handle ON sighting (handle, seen_ms);

CREATE INDEX sighting_by_platform_id ON sighting (platform_id) WHERE platform_id IS NOT NULL;

CREATE INDEX sighting_by_address ON sighting (canonical_url) WHERE handle IS NULL AND platform_id IS NULL;

CREATE TABLE post (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  account INTEGER NOT NULL REFERENCES account (id),
  unit TEXT NOT NULL,
  text TEXT NOT NULL,
  language TEXT,
  url TEXT,                  -- as it stood in the source
  canonical_url TEXT,
  key TEXT,                  -- canonical key, for matching
  posted_ms INTEGER,
  posted_precision TEXT,
  posted_raw TEXT,
  posted_zone TEXT,
  imported_ms INTEGER NOT NULL,
  batch INTEGER REFERENCES batch (id),
  is_retracted INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX post_by_account ON post (account);

CREATE INDEX post_by_key ON post (key) WHERE key IS NOT NULL;

CREATE TABLE translation (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  account INTEGER NOT NULL REFERENCES account (id),
  post INTEGER REFERENCES post (id),  -- NULL for the profile text
  text TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('gist', 'checked', 'certified')),
  made_by TEXT NOT NULL,
  note TEXT,                 -- what its maker says of it
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  is_retracted INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX translation_by_account ON translation (account);

CREATE TABLE cannot_read (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  account INTEGER NOT NULL REFERENCES account (id),
  post INTEGER REFERENCES post (id),  -- NULL for the profile text
  language TEXT NOT NULL,    -- whose reader could not read it
  said_by TEXT NOT NULL,
  note TEXT,
  seq INTEGER NOT NULL,      -- its audit entry; it stands until the words change after it
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  is_retracted INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX cannot_read_by_account ON cannot_read (account);

CREATE TABLE warning (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  account INTEGER NOT NULL REFERENCES account (id),
  tag TEXT NOT NULL CHECK (tag IN ('child', 'violence', 'body', 'sexual', 'sound')),
  officer INTEGER NOT NULL REFERENCES officer (id),  -- who saw it first
  at_ms INTEGER NOT NULL,
  is_retracted INTEGER NOT NULL DEFAULT 0,
  UNIQUE (account, tag)
) STRICT;

CREATE TABLE assessment (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  account INTEGER NOT NULL REFERENCES account (id),
  decision TEXT NOT NULL CHECK (decision IN ('refer', 'hold', 'no-action')),
  reason TEXT NOT NULL,
  reason_key TEXT,           -- of no action
  review_ms INTEGER,         -- of a hold: when to look again
  review_precision TEXT,
  review_raw TEXT,
  review_zone TEXT,
  grading TEXT,
  indicators TEXT NOT NULL,  -- JSON: the sum it was made on, with its lines, answers and lexicon versions
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  is_retracted INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX assessment_by_account ON assessment (account, id);

CREATE INDEX assessment_graded ON assessment (account) WHERE grading IS NOT NULL;

CREATE TABLE assessment_answer (
  assessment INTEGER NOT NULL REFERENCES assessment (id),
  name TEXT NOT NULL,
  answer TEXT NOT NULL CHECK (answer IN ('no', 'yes', 'cant-tell')),
  PRIMARY KEY (assessment, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE second_review (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  account INTEGER NOT NULL REFERENCES account (id),
  assessment INTEGER NOT NULL UNIQUE REFERENCES assessment (id),  -- the decision that was reviewed: once
  decision TEXT NOT NULL CHECK (decision IN ('refer', 'hold', 'no-action')),
  reason TEXT NOT NULL,
  reason_key TEXT,           -- of no action
  language TEXT NOT NULL,    -- of the account when it was reviewed; empty where it was not known
  period TEXT NOT NULL,      -- the month of the decision, YYYY-MM
  is_blind INTEGER NOT NULL, -- 0 where this officer had opened the account after it was decided
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE second_review_settled (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  review INTEGER NOT NULL UNIQUE REFERENCES second_review (id),
  account INTEGER NOT NULL REFERENCES account (id),
  words TEXT NOT NULL,
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE action (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  account INTEGER NOT NULL REFERENCES account (id),
  action TEXT NOT NULL CHECK (action IN ('safeguarding', 'intelligence', 'preservation')),
  kind TEXT NOT NULL CHECK (kind IN ('life-at-sea', 'hostage', 'missing', 'child', 'trafficking', 'other')),
  told TEXT NOT NULL,
  by_means TEXT,
  reference TEXT,
  known TEXT,
  grading TEXT,              -- 3x5x2, of an intelligence report
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  is_retracted INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX action_by_account ON action (account);

CREATE INDEX action_graded ON action (account) WHERE grading IS NOT NULL;

CREATE TABLE grading (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  account INTEGER NOT NULL REFERENCES account (id),
  grading TEXT NOT NULL,     -- 3x5x2, such as 2BP
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  is_retracted INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE watch (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  account INTEGER NOT NULL REFERENCES account (id),
  is_ended INTEGER NOT NULL,   -- 1: it is watched no longer, and the purpose says why
  purpose TEXT NOT NULL,
  factors TEXT NOT NULL,       -- JSON object: answers by factor
  authority TEXT,              -- its reference, NULL where none is needed
  expires_ms INTEGER,          -- of the authority
  none_needed TEXT,            -- why none is
  decided_by TEXT NOT NULL,
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  is_retracted INTEGER NOT NULL DEFAULT 0,
  CHECK ((authority IS NULL) = (expires_ms IS NULL)),
  CHECK (is_ended OR (authority IS NULL) = (none_needed IS NOT NULL))
) STRICT;

CREATE INDEX watch_by_account ON watch (account, id);

CREATE TABLE note (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  account INTEGER NOT NULL REFERENCES account (id),
  text TEXT NOT NULL,
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  batch INTEGER REFERENCES batch (id),  -- a note that came in a file
  is_retracted INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX note_by_account ON note (account);

CREATE TABLE object (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE, -- 32 random hex digits; where the file is
  sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
  blake3 BLOB NOT NULL CHECK (length(blake3) = 32),
  size INTEGER NOT NULL,
  media_type TEXT NOT NULL,
  stored_ms INTEGER NOT NULL,
  words TEXT,                -- derived, for searching: the first of them, if it is a text; none of a stopped or erased one
  is_erased INTEGER NOT NULL DEFAULT 0  -- 1: the file is gone, and name and hashes say nothing
) STRICT;

CREATE TABLE stop (
  id INTEGER PRIMARY KEY,
  object INTEGER NOT NULL REFERENCES object (id),
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  released_by INTEGER REFERENCES officer (id),
  released_ms INTEGER,
  CHECK ((released_by IS NULL) = (released_ms IS NULL)),
  CHECK (released_by IS NULL OR released_by <> officer)  -- nobody releases what they set
) STRICT;

CREATE INDEX stop_by_object ON stop (object);

CREATE TABLE exhibit (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  label TEXT NOT NULL UNIQUE,   -- the officer's number and a running one: 4417/14
  account INTEGER NOT NULL REFERENCES account (id),
  object INTEGER NOT NULL REFERENCES object (id),
  file_name TEXT NOT NULL,
  source_url TEXT,
  captured_ms INTEGER,
  captured_precision TEXT,
  captured_raw TEXT,
  captured_zone TEXT,
  method TEXT NOT NULL,
  warnings TEXT NOT NULL DEFAULT '[]',
  duplicate_of INTEGER REFERENCES exhibit (id),
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  is_retracted INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX exhibit_by_account ON exhibit (account);

CREATE INDEX exhibit_by_object ON exhibit (object);

CREATE INDEX exhibit_by_officer ON exhibit (officer);

CREATE TABLE referral (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  number INTEGER NOT NULL UNIQUE,
  outside_reference TEXT NOT NULL UNIQUE,  -- random: says nothing about the case
  platform TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'submitted', 'approved', 'sent', 'closed')),
  title TEXT NOT NULL,
  policy TEXT,
  law TEXT,
  route TEXT NOT NULL CHECK (route IN ('voluntary', 'legal-request', 'dsa-notice', 'osa')),
  summary TEXT NOT NULL DEFAULT '',
  sender TEXT,
  good_faith TEXT NOT NULL DEFAULT '',  -- who gave the statement, when; empty until given
  tell_user TEXT CHECK (tell_user IN ('yes', 'no')),  -- none: the usual answer of the route
  tell_user_reason TEXT,
  law_elements TEXT,
  law_reach TEXT,
  law_defence TEXT,
  law_decided_by TEXT,
  officer INTEGER NOT NULL REFERENCES officer (id),
  created_ms INTEGER NOT NULL,
  changed_ms INTEGER NOT NULL,
  is_retracted INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE referral_item (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  referral INTEGER NOT NULL REFERENCES referral (id),
  account INTEGER NOT NULL REFERENCES account (id),
  unit TEXT NOT NULL,
  post INTEGER REFERENCES post (id),
  assessment INTEGER NOT NULL REFERENCES assessment (id),  -- no item without one
  address TEXT,
  canonical TEXT,           -- the one form of the address
  platform_id TEXT,
  handle TEXT,
  handle_ms INTEGER,
  handle_precision TEXT,
  handle_raw TEXT,
  handle_zone TEXT,
  live_ms INTEGER,
  live_precision TEXT,
  live_raw TEXT,
  live_zone TEXT,
  place TEXT NOT NULL,
  words TEXT NOT NULL,
  translation TEXT,
  translation_by TEXT,
  why TEXT NOT NULL,
  exhibits TEXT NOT NULL DEFAULT '[]',  -- JSON array of exhibit ids
  is_retracted INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX item_by_referral ON referral_item (referral);

CREATE INDEX item_by_account ON referral_item (account);

CREATE TABLE colleague (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL,           -- the officer's id in their own case
  number TEXT NOT NULL,
  name TEXT NOT NULL,
  public_key TEXT NOT NULL,    -- OpenSSH line
  recipient TEXT NOT NULL,     -- age1…: what a package for them is sealed to
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  confirmed_by INTEGER REFERENCES officer (id),
  confirmed_ms INTEGER,
  is_retracted INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE referral_version (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  referral INTEGER NOT NULL REFERENCES referral (id),
  number INTEGER NOT NULL,   -- each submission freezes one
  json TEXT NOT NULL,        -- RFC 8785: what was submitted
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
  marking TEXT NOT NULL,
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  is_erased INTEGER NOT NULL DEFAULT 0,  -- 1: an account of it was erased, and its words in json are blank
  UNIQUE (referral, number)
) STRICT;

CREATE TABLE sealed_output (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL REFERENCES referral_version (id),
  format TEXT NOT NULL,
  object INTEGER NOT NULL REFERENCES object (id),
  pages INTEGER,
  UNIQUE (version, format)
) STRICT;

CREATE TABLE approval (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL REFERENCES referral_version (id),
  officer INTEGER REFERENCES officer (id),
  colleague INTEGER REFERENCES colleague (id),  -- of another workstation; then officer is NULL
  manifest TEXT NOT NULL,    -- RFC 8785: the hashes of the version and of every sealed output
  signature TEXT NOT NULL,   -- SSHSIG over the manifest, namespace breakwater-approval-v1
  at_ms INTEGER NOT NULL,
  is_void INTEGER NOT NULL DEFAULT 0,
  CHECK ((officer IS NULL) <> (colleague IS NULL))
) STRICT;

CREATE INDEX approval_by_version ON approval (version);

CREATE TABLE referral_return (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL REFERENCES referral_version (id),
  officer INTEGER NOT NULL REFERENCES officer (id),
  reason TEXT NOT NULL,
  at_ms INTEGER NOT NULL
) STRICT;

CREATE INDEX return_by_version ON referral_return (version);

CREATE TABLE item_opening (
  version INTEGER NOT NULL REFERENCES referral_version (id),
  item INTEGER NOT NULL REFERENCES referral_item (id),
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  PRIMARY KEY (version, item, officer)
) STRICT, WITHOUT ROWID;

CREATE TABLE ask_first (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  referral INTEGER NOT NULL REFERENCES referral (id),
  item INTEGER REFERENCES referral_item (id),  -- none: the whole referral
  desk TEXT NOT NULL,
  answer TEXT NOT NULL CHECK (answer IN ('go', 'hold', 'refuse')),
  reference TEXT NOT NULL,
  asked_ms INTEGER NOT NULL,
  asked_precision TEXT NOT NULL,
  asked_raw TEXT,
  asked_zone TEXT,
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL
) STRICT;

CREATE INDEX ask_first_by_referral ON ask_first (referral);

CREATE TABLE register_entry (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  list TEXT NOT NULL CHECK (list IN ('protected', 'ask-first', 'already-referred', 'never-links')),
  written TEXT NOT NULL,     -- as it stands in the file
  identity TEXT NOT NULL,    -- the same for every way of writing the same thing
  platform TEXT,             -- NULL for a domain or telephone number
  handle TEXT,               -- for matching only
  platform_id TEXT,
  address TEXT,              -- canonical, of a group, page or invite without handle and id
  post TEXT,                 -- canonical key of a post
  site TEXT,                 -- host, or host and beginning of the path, of a website
  phone TEXT,                -- E.164
  owner TEXT,
  contact TEXT,
  note TEXT,
  expires TEXT,              -- JSON: a time from outside
  batch INTEGER REFERENCES batch (id),
  at_ms INTEGER NOT NULL,
  is_retracted INTEGER NOT NULL DEFAULT 0,
  UNIQUE (list, identity),
  CHECK (coalesce(handle, platform_id, address, post, site, phone) IS NOT NULL)
) STRICT;

CREATE TABLE register_hit (
  account INTEGER NOT NULL REFERENCES account (id),
  entry INTEGER NOT NULL REFERENCES register_entry (id),
  matched_by TEXT NOT NULL CHECK (matched_by IN ('id', 'handle', 'address', 'post', 'domain', 'phone', 'look-alike')),
  PRIMARY KEY (account, entry)
) STRICT, WITHOUT ROWID;

CREATE INDEX hit_by_entry ON register_hit (entry);

CREATE INDEX register_by_owner ON register_entry (lower(substr(ltrim(owner), 1, instr(ltrim(owner) || ' ', ' ') - 1)))
  WHERE owner IS NOT NULL;

CREATE INDEX register_by_contact ON register_entry
  (lower(substr(ltrim(contact), 1, instr(ltrim(contact) || ' ', ' ') - 1))) WHERE contact IS NOT NULL;

CREATE INDEX register_owner_other ON register_entry (id) WHERE owner GLOB '*[^ -_a-z]*';

CREATE INDEX register_contact_other ON register_entry (id) WHERE contact GLOB '*[^ -_a-z]*';

CREATE TABLE past_item (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  account INTEGER NOT NULL REFERENCES account (id),
  batch INTEGER NOT NULL REFERENCES batch (id),  -- the outcomes file that brought it
  unit TEXT NOT NULL,        -- never added up with others
  post TEXT NOT NULL,        -- key of the post; empty where the item is no post or its address is not known
  identity TEXT NOT NULL,    -- folded reference, or where there is none at: and the milliseconds of the first sending
  reference TEXT NOT NULL,   -- as written; empty where there is none
  written TEXT NOT NULL,     -- the account as it stands in the file
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  is_retracted INTEGER NOT NULL DEFAULT 0,
  UNIQUE (account, unit, post, identity)
) STRICT;

CREATE INDEX past_item_by_reference ON past_item (reference);

CREATE TABLE event (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('told', 'answered', 'observed', 'captured', 'sent', 'acknowledged', 'decided', 'withdrawn',
    'letter-sent', 'letter-answered')),
  account INTEGER REFERENCES account (id),
  action INTEGER REFERENCES action (id),
  item INTEGER REFERENCES referral_item (id),
  past INTEGER REFERENCES past_item (id),  -- an item of imported history
  batch INTEGER REFERENCES batch (id),     -- the outcomes file that said it
  value TEXT NOT NULL,       -- what was told, answered, observed, decided
  detail TEXT NOT NULL DEFAULT '{}',  -- JSON object
  happened_ms INTEGER NOT NULL,
  happened_precision TEXT NOT NULL,
  happened_raw TEXT,
  happened_zone TEXT,
  place_ms INTEGER NOT NULL,  -- happened_ms; of a day or month alone, after what was entered before it of the same
  known_ms INTEGER NOT NULL,
  recorded_ms INTEGER NOT NULL,  -- never back-dated
  officer INTEGER NOT NULL REFERENCES officer (id),
  corrects INTEGER REFERENCES event (seq),
  origin TEXT NOT NULL DEFAULT 'here',  -- imported: history of an outcomes file, known when it happened
  is_retracted INTEGER NOT NULL DEFAULT 0,
  CHECK ((origin = 'imported') = (past IS NOT NULL))
) STRICT;

CREATE TABLE sqlite_sequence(name,seq);

CREATE INDEX event_by_account ON event (account, kind, happened_ms);

CREATE INDEX event_by_action ON event (action);

CREATE INDEX event_by_item ON event (item);

CREATE INDEX event_by_past ON event (past) WHERE past IS NOT NULL;

CREATE TABLE promise (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  account INTEGER NOT NULL REFERENCES account (id),
  item INTEGER REFERENCES referral_item (id),
  action INTEGER REFERENCES action (id),
  who TEXT NOT NULL,         -- who promised, outside
  what TEXT NOT NULL,
  due_ms INTEGER NOT NULL,   -- the end of the day that was promised
  ended TEXT CHECK (ended IN ('kept', 'broken', 'no-longer')),
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  is_retracted INTEGER NOT NULL DEFAULT 0,
  CHECK ((item IS NULL) <> (action IS NULL))
) STRICT;

CREATE INDEX promise_by_account ON promise (account);

CREATE INDEX promise_open ON promise (due_ms) WHERE ended IS NULL AND is_retracted = 0;

CREATE TABLE letter (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  item INTEGER NOT NULL REFERENCES referral_item (id),
  account INTEGER NOT NULL REFERENCES account (id),
  kind TEXT NOT NULL CHECK (kind IN ('withdrawal', 'correction')),
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  is_retracted INTEGER NOT NULL DEFAULT 0  -- 1: prepared by mistake and discarded
) STRICT;

CREATE INDEX letter_by_item ON letter (item);

CREATE TABLE letter_version (
  id INTEGER PRIMARY KEY,
  letter INTEGER NOT NULL REFERENCES letter (id),
  number INTEGER NOT NULL,   -- each writing of the text is one
  json TEXT NOT NULL,        -- RFC 8785: subject, text, whom it is about
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
  marking TEXT NOT NULL,
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  is_erased INTEGER NOT NULL DEFAULT 0,  -- 1: its account was erased, and its words in json are blank
  UNIQUE (letter, number)
) STRICT;

CREATE TABLE letter_output (
  version INTEGER NOT NULL REFERENCES letter_version (id),
  format TEXT NOT NULL,
  object INTEGER NOT NULL REFERENCES object (id),
  pages INTEGER,
  PRIMARY KEY (version, format)
) STRICT, WITHOUT ROWID;

CREATE TABLE letter_approval (
  version INTEGER PRIMARY KEY REFERENCES letter_version (id),
  officer INTEGER NOT NULL REFERENCES officer (id),
  manifest TEXT NOT NULL,    -- RFC 8785: the hashes of the version and of every sealed output
  signature TEXT NOT NULL,   -- SSHSIG over the manifest, namespace breakwater-letter-v1
  at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE letter_return (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL REFERENCES letter_version (id),
  officer INTEGER NOT NULL REFERENCES officer (id),
  reason TEXT NOT NULL,
  at_ms INTEGER NOT NULL
) STRICT;

CREATE INDEX letter_return_by_version ON letter_return (version);

CREATE TABLE declaration (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('together', 'apart')),
  name TEXT,                 -- what the officer calls the network
  reason TEXT NOT NULL,
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  is_retracted INTEGER NOT NULL DEFAULT 0,
  CHECK (name IS NULL OR kind = 'together')
) STRICT;

CREATE TABLE declared (
  id INTEGER PRIMARY KEY,
  declaration INTEGER NOT NULL REFERENCES declaration (id),
  account INTEGER NOT NULL REFERENCES account (id),
  side INTEGER NOT NULL CHECK (side IN (0, 1)),  -- of those held apart; 0 where they are together
  is_retracted INTEGER NOT NULL DEFAULT 0,
  UNIQUE (declaration, account)
) STRICT;

CREATE INDEX declared_by_account ON declared (account);

CREATE TABLE merge (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  account INTEGER NOT NULL REFERENCES account (id),       -- the record that was merged
  into_account INTEGER NOT NULL REFERENCES account (id),  -- the one it stands under
  reason TEXT NOT NULL,
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  is_retracted INTEGER NOT NULL DEFAULT 0,
  is_let_go INTEGER NOT NULL DEFAULT 0,  -- the same, for the history of into_account
  CHECK (account <> into_account)
) STRICT;

CREATE UNIQUE INDEX merge_standing ON merge (account) WHERE is_retracted = 0;

CREATE INDEX merge_by_target ON merge (into_account) WHERE is_retracted = 0;

CREATE TABLE succession (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  account INTEGER NOT NULL REFERENCES account (id),      -- the one that came after
  predecessor INTEGER NOT NULL REFERENCES account (id),  -- the one that was gone
  verdict TEXT NOT NULL CHECK (verdict IN ('confirmed', 'refused')),
  reason TEXT,
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  is_retracted INTEGER NOT NULL DEFAULT 0,
  is_let_go INTEGER NOT NULL DEFAULT 0,  -- the same, for the history of the predecessor
  CHECK (account <> predecessor)
) STRICT;

CREATE UNIQUE INDEX succession_standing ON succession (account, predecessor) WHERE is_retracted = 0;

CREATE INDEX succession_by_predecessor ON succession (predecessor) WHERE is_retracted = 0;

CREATE TABLE check_sheet (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  number INTEGER NOT NULL UNIQUE,  -- stands on the sheet
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE check_sheet_line (
  sheet INTEGER NOT NULL REFERENCES check_sheet (id),
  number INTEGER NOT NULL,   -- from 1
  account INTEGER NOT NULL REFERENCES account (id),
  PRIMARY KEY (sheet, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE frozen_figure (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE,
  manifest TEXT NOT NULL,    -- RFC 8785: what was asked, definitions, last event, hash of the rows, the figures
  signature TEXT NOT NULL,   -- SSHSIG over the manifest, namespace breakwater-figure-v1
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  entry INTEGER NOT NULL     -- the audit entry of it: what stood then is what it was counted from
) STRICT;

CREATE TABLE unit_text (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  name TEXT NOT NULL,        -- directory, or template/ and the name of one
  version TEXT NOT NULL,
  text TEXT NOT NULL,        -- as it is exported
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  is_retracted INTEGER NOT NULL DEFAULT 0,
  UNIQUE (name, version)
) STRICT;

CREATE TABLE handover (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  number INTEGER NOT NULL UNIQUE,
  json TEXT NOT NULL,        -- RFC 8785: the page
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
  signature TEXT NOT NULL,   -- SSHSIG over the page, namespace breakwater-handover-v1
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  is_erased INTEGER NOT NULL DEFAULT 0  -- 1: it verified, and then the words of an erased account in it were blanked
) STRICT;

CREATE TABLE handover_acceptance (
  handover INTEGER PRIMARY KEY REFERENCES handover (id),
  signature TEXT NOT NULL,   -- over the same bytes
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE published_figure (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  said TEXT NOT NULL,        -- the words as they stand in the publication
  place TEXT NOT NULL,       -- where
  cleared_by TEXT NOT NULL,
  happened_ms INTEGER NOT NULL,  -- when it was published
  happened_precision TEXT NOT NULL,
  happened_raw TEXT,
  happened_zone TEXT,
  figure INTEGER NOT NULL REFERENCES frozen_figure (id),  -- what it rests on
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE published_correction (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  published INTEGER NOT NULL REFERENCES published_figure (id),
  words TEXT NOT NULL,       -- what is right, and why it was not said so
  happened_ms INTEGER NOT NULL,  -- when it was corrected in public
  happened_precision TEXT NOT NULL,
  happened_raw TEXT,
  happened_zone TEXT,
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE justice_fact (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('arrest', 'conviction')),
  happened_ms INTEGER NOT NULL,
  happened_precision TEXT NOT NULL,
  happened_raw TEXT,
  happened_zone TEXT,
  reference TEXT NOT NULL,   -- of the force or the court
  source TEXT NOT NULL,      -- who or what said so
  words TEXT,
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  is_retracted INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE justice_fact_account (
  id INTEGER PRIMARY KEY,
  fact INTEGER NOT NULL REFERENCES justice_fact (id),
  account INTEGER NOT NULL REFERENCES account (id),
  is_retracted INTEGER NOT NULL DEFAULT 0,
  UNIQUE (fact, account)
) STRICT;

CREATE INDEX justice_fact_by_account ON justice_fact_account (account);

CREATE TABLE legal_hold (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  account INTEGER REFERENCES account (id),  -- NULL: the whole case
  reason TEXT NOT NULL,
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  released_by INTEGER REFERENCES officer (id),
  released_ms INTEGER,
  released_reason TEXT,
  CHECK ((released_by IS NULL) = (released_ms IS NULL) AND (released_by IS NULL) = (released_reason IS NULL))
) STRICT;

CREATE INDEX hold_standing ON legal_hold (account) WHERE released_ms IS NULL;

CREATE TABLE erasure (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  account INTEGER NOT NULL REFERENCES account (id),
  ground TEXT NOT NULL CHECK (ground IN ('retention', 'request', 'unlawful', 'court')),
  proposal TEXT NOT NULL,    -- RFC 8785: what both officers sign
  signature TEXT NOT NULL,   -- SSHSIG over the proposal, namespace breakwater-erasure-v1
  upto INTEGER NOT NULL,     -- the last change of the account then: a later one makes it void
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  dropped_by INTEGER REFERENCES officer (id),
  dropped_ms INTEGER,
  number INTEGER UNIQUE,     -- of the certificate; NULL until it was confirmed
  confirmed_by INTEGER REFERENCES officer (id),
  confirmed_ms INTEGER,
  confirmation TEXT,         -- SSHSIG over the same bytes
  seq INTEGER,               -- its audit entry
  counts TEXT,               -- JSON object: how much of each kind was erased
  stays TEXT,                -- JSON array: what was kept, and why
  CHECK (confirmed_by IS NULL OR confirmed_by <> officer),
  CHECK ((number IS NULL) = (confirmed_by IS NULL)),
  CHECK (dropped_ms IS NULL OR number IS NULL)
) STRICT;

CREATE INDEX erasure_by_account ON erasure (account);

CREATE INDEX erasure_open ON erasure (id) WHERE number IS NULL AND dropped_ms IS NULL;

CREATE TABLE tombstone (
  hash BLOB NOT NULL CHECK (length(hash) = 32),  -- HMAC-SHA-256 under the keyring's key
  kind TEXT NOT NULL CHECK (kind IN ('id', 'handle', 'address')),
  erasure INTEGER NOT NULL REFERENCES erasure (id),
  PRIMARY KEY (hash, kind, erasure)
) STRICT, WITHOUT ROWID;

CREATE INDEX tombstone_by_erasure ON tombstone (erasure, kind);

CREATE TABLE erased_word (
  seq INTEGER NOT NULL REFERENCES audit (seq),
  name TEXT NOT NULL,
  erasure INTEGER NOT NULL REFERENCES erasure (id),
  PRIMARY KEY (erasure, seq, name),
  UNIQUE (seq, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE erasure_certificate (
  erasure INTEGER PRIMARY KEY REFERENCES erasure (id),
  json TEXT NOT NULL,        -- RFC 8785
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
  signature TEXT NOT NULL,   -- SSHSIG over it, namespace breakwater-certificate-v1
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE thumbnail (
  object INTEGER PRIMARY KEY REFERENCES object (id),
  media_type TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  bytes BLOB NOT NULL        -- empty where the object cannot be shown small
) STRICT;

CREATE TABLE place (
  officer INTEGER NOT NULL REFERENCES officer (id),
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (officer, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE assessment_draft (
  officer INTEGER NOT NULL REFERENCES officer (id),
  account INTEGER NOT NULL REFERENCES account (id),
  value TEXT NOT NULL,       -- JSON
  at_ms INTEGER NOT NULL,
  PRIMARY KEY (officer, account)
) STRICT, WITHOUT ROWID;

CREATE TABLE seen (
  officer INTEGER NOT NULL REFERENCES officer (id),
  account INTEGER NOT NULL REFERENCES account (id),
  at_ms INTEGER NOT NULL,
  PRIMARY KEY (officer, account)
) STRICT, WITHOUT ROWID;

CREATE TABLE score (
  account INTEGER PRIMARY KEY REFERENCES account (id),
  halves INTEGER NOT NULL,   -- the sum, in half points
  band TEXT NOT NULL CHECK (band IN ('low', 'review', 'priority')),
  reasons TEXT NOT NULL,     -- JSON array of the words a list shows, those with most points first
  due_ms INTEGER             -- the earliest time the texts name, as of when they were seen
) STRICT;

CREATE TABLE score_pass (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  scoring TEXT NOT NULL,     -- the lexicons and thresholds everything up to there was worked out with
  upto INTEGER               -- NULL once it is everything
) STRICT;

CREATE TABLE hit_answer (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  account INTEGER NOT NULL REFERENCES account (id),
  category TEXT NOT NULL,
  quote TEXT NOT NULL,       -- these words of this account, wherever they stand in its texts
  answer TEXT NOT NULL CHECK (answer IN ('yes', 'no', 'unsure')),
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  is_retracted INTEGER NOT NULL DEFAULT 0,
  UNIQUE (account, category, quote)
) STRICT;

CREATE TABLE lexicon (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  language TEXT NOT NULL,    -- the newest that stands takes the place of the one that comes with the program
  version TEXT NOT NULL,
  text TEXT NOT NULL,        -- CSV, as it is exported
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  is_retracted INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE tie (
  kind TEXT NOT NULL CHECK (kind IN ('phone', 'contact', 'money')),
  value TEXT NOT NULL,
  account INTEGER NOT NULL REFERENCES account (id),
  PRIMARY KEY (kind, value, account)
) STRICT, WITHOUT ROWID;

CREATE INDEX tie_by_account ON tie (account);

CREATE TABLE text_sketch (
  account INTEGER NOT NULL REFERENCES account (id),
  place INTEGER NOT NULL,    -- 0 for the profile text, else the post
  bands BLOB NOT NULL CHECK (length(bands) = 64),  -- 16 numbers of 4 bytes, little-endian
  PRIMARY KEY (account, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE account_state (
  account INTEGER PRIMARY KEY REFERENCES account (id),
  platform TEXT NOT NULL,
  unit TEXT NOT NULL,
  label TEXT NOT NULL,       -- what to call it: @handle, display name, or id
  handle TEXT,               -- the one it was last seen with, without @
  platform_id TEXT,
  canonical_url TEXT,        -- the newest it was seen at
  first_ms INTEGER,          -- first seen, of sightings with a date of their own
  first_precision TEXT,
  last_ms INTEGER,           -- last seen, of the same sightings
  last_precision TEXT,
  language TEXT,
  assignee INTEGER,          -- the officer who works on it
  tags TEXT NOT NULL,        -- JSON array, as they were written first, in the order of their folded forms
  is_translated INTEGER NOT NULL,  -- a checked or certified translation of the profile text stands
  is_unreadable INTEGER NOT NULL,  -- a reader of its language could not read the profile text
  status TEXT NOT NULL,
  role TEXT NOT NULL,        -- what the person is to the case
  review_ms INTEGER,         -- of a hold: when to look again
  no_action_ms INTEGER,      -- of no action: when it was decided
  band TEXT NOT NULL,        -- of its score
  halves INTEGER NOT NULL,   -- its score, in half points
  due_ms INTEGER,            -- by when it matters, if anything says so
  open_actions INTEGER NOT NULL,   -- safeguarding acts not yet answered
  warnings INTEGER NOT NULL,       -- bits of what it or an exhibit of it warns of: child 1, violence 2, body 4, sexual 8, sound 16
  exhibits INTEGER NOT NULL,
  live_ms INTEGER,           -- last seen live
  imported_ms INTEGER NOT NULL
) STRICT;

CREATE INDEX state_to_refer ON account_state (platform, imported_ms) WHERE status = 'refer';

CREATE INDEX state_by_label ON account_state (label COLLATE NOCASE);

CREATE INDEX state_kept_apart ON account_state (account) WHERE role IN ('victim', 'child', 'third-party');

CREATE TABLE item_history (
  account INTEGER PRIMARY KEY REFERENCES account (id),
  items BLOB NOT NULL  -- derived: its items with their events, see docs/formats.md
) STRICT;

CREATE INDEX event_by_correction ON event (corrects) WHERE corrects IS NOT NULL;

