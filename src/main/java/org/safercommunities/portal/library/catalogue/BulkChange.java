package org.safercommunities.portal.library.catalogue;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.DocumentTerm;

/**
 * What is to become of a document, worked out from what it is at that moment.
 *
 * @param withdraw the reason to withdraw it for; null when it is not to be withdrawn
 */
public record BulkChange(
        UnaryOperator<DocumentDescription> description,
        UnaryOperator<DocumentTerm> term,
        boolean publish,
        @Nullable String withdraw,
        boolean remove) {

    public static BulkChange of(UnaryOperator<DocumentDescription> description, UnaryOperator<DocumentTerm> term) {
        return new BulkChange(description, term, false, null, false);
    }
}
