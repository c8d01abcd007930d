package org.safercommunities.portal.bulletins.offers;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Reader;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The agency’s side of items for bulletins: anybody in it writes, offers, changes and withdraws them on its behalf, until the
 * deadline of the bulletin they are wished for, or until the team has taken them in.
 */
@Service
@NamedInterface("offers")
public class Offers {

    /** Drafts and waiting items of one agency. */
    static final int MOST = 200;

    private final OfferTable rows;
    private final CallsForItems calls;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher messages;

    Offers(OfferTable rows, CallsForItems calls, JdbcClient jdbc, ApplicationEventPublisher messages) {
        this.rows = rows;
        this.calls = calls;
        this.jdbc = jdbc;
        this.messages = messages;
    }

    /**
     * Begins an item for this person’s agency.
     *
     * @param wished a bulletin with a deadline to come; null for the next one
     * @param offered whether the team is to see it at once
     * @return its id
     */
    @Transactional
    public UUID begin(OfferContent content, @Nullable UUID wished, boolean offered, Reader by) {
        if (by.agencyId().isEmpty()) {
            throw new AccessDeniedException("Items are offered on behalf of an agency");
        }
        OfferFault.unless(
                rows.countOpen(by.agencyId()) < MOST,
                "title",
                "Your agency has %d items that wait. Withdraw some first".formatted(MOST));
        unlessAnothers(content.picture(), by);
        if (wished != null) {
            calls.unlessOpen(wished);
        }
        UUID id = UUID.randomUUID();
        rows.add(id, content, wished, by);
        tell(id, "begun", Map.of("agency", by.agencyId()), by);
        if (offered) {
            offer(id, by.agencyId(), content, by);
        }
        return id;
    }

    /**
     * Says it anew.
     *
     * @param version the one that this person has read
     * @param offered whether the team is to see it; an offered one becomes a draft again when not
     */
    @Transactional
    public void change(UUID id, int version, OfferContent content, @Nullable UUID wished, boolean offered, Reader by) {
        OfferRow row = own(id, by);
        if (row.version() != version) {
            throw new OfferChangedMeanwhile(row.version());
        }
        unlessClosed(row);
        if (content.picture() != null && !content.picture().equals(row.content().picture())) {
            unlessAnothers(content.picture(), by);
        }
        boolean sameWish = Objects.equals(wished, row.wished());
        if (wished != null && (offered || !sameWish)) {
            calls.unlessOpen(wished);
        }
        boolean said = !content.equals(row.content());
        rows.write(id, content, wished, by);
        if (offered) {
            if (said || row.state() != OfferState.OFFERED) {
                offer(id, row.agency(), content, by);
            }
        } else if (row.state() == OfferState.DRAFT) {
            tell(id, "changed", Map.of(), by);
        } else {
            withdrawn(id, by);
        }
    }

    /** Takes an offered item back; it is a draft again. */
    @Transactional
    public void withdraw(UUID id, Reader by) {
        OfferRow row = own(id, by);
        unlessClosed(row);
        OfferFault.unless(row.state() == OfferState.OFFERED, "state", "Only what is offered is withdrawn");
        withdrawn(id, by);
    }

    /** Throws an item away that is not taken in. */
    @Transactional
    public void discard(UUID id, Reader by) {
        OfferRow row = own(id, by);
        if (row.state() != OfferState.DRAFT) {
            unlessClosed(row);
        }
        rows.delete(id);
        tell(id, "discarded", Map.of(), by);
    }

    private void offer(UUID id, String agency, OfferContent content, Reader by) {
        content.unlessComplete();
        rows.offer(id, by);
        rows.step(id, "offered", by.personId(), null, content);
        tell(id, "offered", Map.of("agency", agency), by);
    }

    private void withdrawn(UUID id, Reader by) {
        rows.become(id, OfferState.DRAFT, null, null, by.personId());
        rows.step(id, "withdrawn", by.personId(), null, null);
        tell(id, "withdrawn", Map.of(), by);
    }

    /** The team sees offered items of all, but changes none of them here. */
    private OfferRow own(UUID id, Reader by) {
        OfferRow row = rows.hold(id, by).orElseThrow(() -> new UnknownOffer(id));
        if (!WhoSeesOffer.isOwn(row.agency(), by)) {
            throw new AccessDeniedException("Only the agency changes what it offers");
        }
        return row;
    }

    private void unlessClosed(OfferRow row) {
        OfferFault.unless(row.state().isOpen(), "state", "The team has taken it in. Ask them if it has to change");
        OfferFault.unless(
                row.state() != OfferState.OFFERED || row.wished() == null || calls.isOpen(row.wished()),
                "wished",
                "The deadline is over, and the team has it as it is. Ask them if it has to change");
    }

    /** Ids of pictures cannot be guessed, and whoever has got one may not offer what somebody else put in. */
    private void unlessAnothers(@Nullable UUID picture, Reader by) {
        OfferFault.unless(
                picture == null
                        || jdbc.sql("SELECT COUNT(*) FROM bulletin_picture WHERE id = ? AND added_by = ? AND shut")
                                        .param(picture.toString())
                                        .param(by.personId().toString())
                                        .query(Integer.class)
                                        .single()
                                > 0,
                "picture",
                "There is no such picture. Put it in again");
    }

    private void tell(UUID id, String what, Map<String, String> details, Reader by) {
        messages.publishEvent(new OfferMessage(id, what, details, by.actor()));
    }
}
