/** Small drawings on buttons; what they mean is said beside them. */

const paths = {
  undo: "M9 7 4 12l5 5M4 12h10a6 6 0 0 1 6 6v1",
  redo: "m15 7 5 5-5 5M20 12H10a6 6 0 0 0-6 6v1",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  fit: "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
  play: "M8 5v14l11-7z",
  stop: "M7 6h3v12H7zM14 6h3v12h-3z",
  brush: "M20 4 10.5 13.5M9 12.5a3.2 3.2 0 0 1 2.5 2.5c0 3-3 5-7.5 5 1.5-1 1.5-2 1.7-3.8A3.2 3.2 0 0 1 9 12.5z",
  lamp: "M9 18h6M10 21h4M12 3a6 6 0 0 0-3.5 10.9c.6.5 1 1.2 1 2.1h5c0-.9.4-1.6 1-2.1A6 6 0 0 0 12 3z",
  close: "M6 6l12 12M18 6 6 18",
  reset: "M4 12a8 8 0 1 0 2.5-5.8M4 4v5h5",
  photo: "M4 6h16v13H4zM4 16l5-5 4 4 3-3 4 4",
  sliders: "M4 8h9M17 8h3M4 16h3M11 16h9M15 6v4M9 14v4",
  down: "m6 9 6 6 6-6",
  away: "M12 4v11M7 10l5 5 5-5M5 20h14",
  shelf: "M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z",
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}

export interface IconButtonChoice {
  icon: IconName;
  label: string;
  onClick: () => void;
  disabled?: boolean;
  pressed?: boolean;
}

export function IconButton({ icon, label, onClick, disabled, pressed }: IconButtonChoice) {
  const state = pressed === undefined ? {} : { "aria-pressed": pressed };
  return (
    <button type="button" class="quiet icon-only" title={label} aria-label={label} disabled={disabled ?? false} onClick={onClick} {...state}>
      <Icon name={icon} />
    </button>
  );
}
