package org.safercommunities.portal.bulletins.ui;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.bulletins.BulletinCard;
import org.safercommunities.portal.bulletins.BulletinPicture;
import org.safercommunities.portal.bulletins.BulletinPictures;
import org.safercommunities.portal.bulletins.Bulletins;
import org.safercommunities.portal.bulletins.drawing.BulletinDrawing;
import org.safercommunities.portal.bulletins.offers.CallsForItems;
import org.safercommunities.portal.bulletins.offers.OfferDesk;
import org.safercommunities.portal.bulletins.offers.OfferDetails;
import org.safercommunities.portal.bulletins.offers.OfferReading;
import org.safercommunities.portal.bulletins.offers.Offers;
import org.springframework.stereotype.Component;

/** What the pages of items for bulletins work with. */
@Component
record OfferServices(
        Offers offers,
        OfferDesk desk,
        OfferReading reading,
        CallsForItems calls,
        Bulletins bulletins,
        BulletinPictures pictures,
        BulletinDrawing drawing,
        Agencies agencies,
        PersonList people,
        CurrentReader current) {

    Reader reader() {
        return current.get();
    }

    /** The name of this person’s agency, to whom their items are credited. */
    String agency() {
        String slug = reader().agencyId();
        return agencies.nameOf(slug);
    }

    /** Whether it is an item of this person’s agency. */
    boolean isOwn(OfferDetails offer) {
        return reader().agencyIds().contains(offer.agency());
    }

    Map<UUID, String> names(Set<UUID> people) {
        return this.people.names(people);
    }

    /** The bulletins that are being written, into which items can be taken. */
    List<BulletinCard> drafts() {
        return bulletins.inWork(reader()).stream()
                .filter(card -> !card.template() && card.state().isWritten())
                .collect(Collectors.toList());
    }

    PictureFields.Source source() {
        return new PictureFields.Source() {

            @Override
            public BulletinPicture keep(InputStream content, String fileName) throws IOException {
                return pictures.keepShut(content, fileName, reader());
            }

            @Override
            public Optional<BulletinPicture> find(UUID picture) {
                return pictures.find(picture);
            }

            @Override
            public String address(UUID picture) {
                return OfferPage.PICTURES + picture;
            }
        };
    }
}
