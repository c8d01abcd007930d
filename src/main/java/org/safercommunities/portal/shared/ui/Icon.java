package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.component.icon.SvgIcon;
import java.util.Arrays;
import java.util.Locale;

/** The Lucide icons of {@code frontend/icons/lucide.svg}: a name here needs its symbol there, and the other way round. */
public enum Icon {
    ACCESSIBILITY,
    ACTIVITY,
    ARCHIVE,
    ARROW_DOWN,
    ARROW_LEFT,
    ARROW_RIGHT,
    ARROW_UP,
    BELL,
    BOLD,
    BOOKMARK,
    BOOK_OPEN,
    BUILDING_2,
    CALENDAR_CLOCK,
    CALENDAR_DAYS,
    CALENDAR_HEART,
    CHART_COLUMN,
    CHECK,
    CHEVRON_DOWN,
    CHEVRON_LEFT,
    CHEVRON_RIGHT,
    CHEVRON_UP,
    CIRCLE_ALERT,
    CIRCLE_CHECK,
    CIRCLE_QUESTION_MARK,
    CIRCLE_X,
    CLIPBOARD_LIST,
    CLOCK,
    CLOUD_UPLOAD,
    COPY,
    DATABASE,
    DOWNLOAD,
    ELLIPSIS,
    EXTERNAL_LINK,
    EYE,
    EYE_OFF,
    FILE,
    FILE_ARCHIVE,
    FILE_LOCK,
    FILE_PEN,
    FILE_PLUS,
    FILE_SPREADSHEET,
    FILE_TEXT,
    FILE_X,
    FLAG,
    FOLDER,
    FOLDER_OPEN,
    FOLDER_PLUS,
    GRADUATION_CAP,
    GRIP_VERTICAL,
    HEADING,
    HISTORY,
    HOURGLASS,
    HOUSE,
    IMAGE,
    INBOX,
    INFO,
    ITALIC,
    KEY_ROUND,
    LAYERS,
    LIBRARY,
    LINK,
    LIST,
    LIST_FILTER,
    LOCK,
    LOCK_OPEN,
    LOG_IN,
    LOG_OUT,
    MAIL,
    MAIL_OPEN,
    MAP_PIN,
    MEGAPHONE,
    MENU,
    MERGE,
    MESSAGE_SQUARE,
    MINUS,
    MONITOR,
    MOON,
    NEWSPAPER,
    PAPERCLIP,
    PAUSE,
    PENCIL,
    PHONE,
    PLAY,
    PLUS,
    POWER,
    PRESENTATION,
    PRINTER,
    QUOTE,
    REFRESH_CW,
    ROWS_3,
    SCAN_TEXT,
    SCROLL_TEXT,
    SEARCH,
    SEND,
    SETTINGS,
    SHIELD_ALERT,
    SHIELD_CHECK,
    SMARTPHONE,
    SQUARE,
    STAR,
    TABLE_OF_CONTENTS,
    TAG,
    TICKET_CHECK,
    TRASH_2,
    TRIANGLE_ALERT,
    TYPE,
    UNDO_2,
    UPLOAD,
    USER,
    USERS,
    USER_CHECK,
    USER_PLUS,
    USER_X,
    VIDEO,
    WIFI_OFF,
    X;

    /** @throws IllegalArgumentException when the sprite has no icon of this name, for example {@code file-text} */
    public static Icon named(String name) {
        return Arrays.stream(values())
                .filter(icon -> icon.symbol().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No icon is named " + name));
    }

    /** The icon as decoration: the words beside it say what it means. */
    public SvgIcon create() {
        SvgIcon icon = new SvgIcon("icons/lucide.svg", symbol());
        icon.getElement().setAttribute("aria-hidden", "true");
        return icon;
    }

    String symbol() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
