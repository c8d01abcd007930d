package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.library.following.FollowedThing;
import org.safercommunities.portal.library.following.Following;
import org.safercommunities.portal.library.following.InvalidFollowing;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** Begins and ends following a thing; pressed while it is followed. */
final class FollowButton extends Div {

    private final SecondaryButton button = new SecondaryButton("", this::turn);
    private final FollowedThing thing;
    private final String name;
    private final String promise;
    private final Following following;
    private final CurrentReader reader;
    private boolean followed;

    /**
     * @param name what is followed, to stand behind “Follow”
     * @param promise what one hears of, for example “You are told of new versions.”
     */
    FollowButton(FollowedThing thing, String name, String promise, Following following, CurrentReader reader) {
        this.thing = thing;
        this.name = name;
        this.promise = promise;
        this.following = following;
        this.reader = reader;
        followed = following.follows(thing, reader.get());
        addClassName("sc-follow");
        add(button);
        show();
    }

    private void turn() {
        Notices say = Notices.on(UI.getCurrent());
        try {
            if (followed) {
                following.unfollow(thing, reader.get());
                say.good("You do not follow it any more.");
            } else {
                following.follow(thing, reader.get());
                say.good(promise);
            }
            followed = !followed;
            show();
        } catch (InvalidFollowing refused) {
            say.bad(refused.getMessage() + ".");
        }
    }

    private void show() {
        button.setIcon((followed ? Icon.CHECK : Icon.BELL).create());
        button.getElement().setAttribute("aria-pressed", String.valueOf(followed));
        button.setClassName("sc-pressed", followed);
        button.setText(followed ? "Following " + name : "Follow " + name);
    }
}
