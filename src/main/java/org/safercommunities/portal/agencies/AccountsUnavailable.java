package org.safercommunities.portal.agencies;

/** Accounts cannot be made at the moment, through no fault of what was entered. Nothing has been changed. */
public class AccountsUnavailable extends InvalidEntry {

    public AccountsUnavailable(Throwable cause) {
        super(
                "account",
                "The sign-in service cannot be reached, so no account could be made. Nothing has been changed: try again in"
                        + " a few minutes");
        initCause(cause);
    }

    /** @param words what could not be done, and what happens now */
    public AccountsUnavailable(String words, Throwable cause) {
        super("account", words);
        initCause(cause);
    }
}
