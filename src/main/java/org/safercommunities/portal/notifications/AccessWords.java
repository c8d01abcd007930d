package org.safercommunities.portal.notifications;

import org.safercommunities.portal.agencies.WayIn;

/** The words of the mails about coming in. */
final class AccessWords {

    private static final String ASKED =
            "You get this because somebody asked for access to the portal with your address. If it was not you, you need not"
                    + " do anything.";
    private static final String HAS_ACCOUNT =
            "You get this because you have an account in the Safer Communities Portal.";

    private AccessWords() {}

    /** Nothing that was typed is repeated: whoever typed it may have given somebody else's address. */
    static Letter received() {
        return Letter.titled("We have your request for access", ASKED)
                .say("Thank you for asking to use the Safer Communities Portal.")
                .say(
                        "A member of the Kent Community Safety Team reads your request and answers to this address, as a rule "
                                + "within two working days. You need not do anything until then.");
    }

    static Letter alreadyIn(String name, boolean signsInThere) {
        return Letter.titled("You have an account already", ASKED)
                .dear(name)
                .say(
                        "somebody, probably you, asked for access to the Safer Communities Portal with this address. You are in "
                                + "already: sign in with this address.")
                .say(
                        signsInThere
                                ? "You are led to your agency’s own sign-in, where you use your work password."
                                : "If you no longer know your password, choose “I have forgotten my password” there.")
                .button("Sign in", "");
    }

    static Letter accepted(String name, String agency, WayIn wayIn) {
        return account(
                Letter.titled("You can use the portal now", HAS_ACCOUNT)
                        .dear(name)
                        .say("your request is granted: you are in the Safer Communities Portal as a member of %s."
                                .formatted(agency)),
                wayIn);
    }

    static Letter opened(String name, String agency, WayIn wayIn) {
        return account(
                Letter.titled("You can use the portal now", HAS_ACCOUNT)
                        .dear(name)
                        .say(
                                ("a colleague has opened the Safer Communities Portal to you, as a member of %s. There you find "
                                                + "guidance, data, recordings and learning packs of all partners who keep Kent and Medway"
                                                + " safer.")
                                        .formatted(agency)),
                wayIn);
    }

    static Letter declined(String name, String answer) {
        return Letter.titled(
                        "About your request for access", "You get this because you asked for access to the portal.")
                .dear(name)
                .say(
                        "thank you for asking to use the Safer Communities Portal. We cannot give you access at the moment. The "
                                + "team’s answer:")
                .say(answer)
                .say("If something has been misunderstood, reply to this mail.");
    }

    private static Letter account(Letter letter, WayIn wayIn) {
        return letter.say(
                        switch (wayIn) {
                            case AGENCY ->
                                "Sign in with this email address. You are led to your agency’s own sign-in, where you "
                                        + "use your work password; there is none to choose here.";
                            case INVITATION ->
                                "To choose your password, follow the link in a second mail, “Set up your Safer Communities account”, which comes from our "
                                        + "sign-in service within a few minutes. The link is valid for seven days; after that, choose "
                                        + "“I have forgotten my password” on the sign-in page.";
                            case ACCOUNT ->
                                "Sign in with this email address and the portal password you had before. If you do not "
                                        + "know it any more, choose “I have forgotten my password” on the sign-in page.";
                        })
                .button("Open the portal", "");
    }
}
