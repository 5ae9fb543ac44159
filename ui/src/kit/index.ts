export { SaveState, type SaveStateName, useAutosave } from "./autosave";
export { Bdi, type BdiProps, HiddenMark, isArabicScript, type Sign, Visible } from "./Bdi";
export { Button, type ButtonProps, IconButton, LinkButton } from "./Button";
export { CellGrid, type GridColumn } from "./CellGrid";
export { Confirm, ConfirmLine, type ConfirmProps } from "./Confirm";
export {
  ALL_PICKED,
  type CellRange,
  isPicked,
  NONE_PICKED,
  type Picked,
  pick,
  pickedCount,
} from "./cells";
export {
  type AnswerTone,
  Checkbox,
  type Option,
  RadioList,
  Segmented,
  SegmentedAnswer,
  Select,
} from "./choices";
export {
  CommandBoard,
  type CommandId,
  CommandProvider,
  type CommandRegister,
  type CommandSpec,
  useCommand,
  useCommands,
} from "./command";
export { type Column, DataGrid } from "./DataGrid";
export { Dialog } from "./Dialog";
export { errorWords } from "./errors";
export { type FieldProps, SearchField, TextArea, TextField } from "./Field";
export { FormButtons } from "./FormButtons";
export { Icon, type IconName } from "./Icon";
export { Kbd } from "./Kbd";
export { ListWindow, type ListWindowProps, type RowState } from "./ListWindow";
export {
  Card,
  ChipRow,
  ListFooter,
  ListHeader,
  Muted,
  Page,
  Section,
} from "./layout";
export { ChipMenu, Menu, type MenuEntry } from "./Menu";
export { Chip, Pill, PlatformBadge, type Tone } from "./marks";
export { newJob, Progress, useProgress } from "./Progress";
export { activePane, focusNextPane, focusPane, Pane, type PaneName, usePane } from "./pane";
export { type Room, useRoom } from "./room";
export { type Mistake, SearchBox, type Suggestion } from "./SearchBox";
export { EmptyState, ErrorState, Loading, QueryState, Skeleton } from "./states";
export { type TabEntry, Tabs } from "./Tabs";
export { Time, WorldTimeText } from "./Time";
export { ToastPlace, ToastProvider, type ToastRequest, useToast } from "./Toast";
export { type ListSource, listOf, type PageOf, useListWindow } from "./useListWindow";
export { KeyBar, WorkLayout, type WorkLayoutProps } from "./WorkLayout";
export type { Group } from "./windowing";
