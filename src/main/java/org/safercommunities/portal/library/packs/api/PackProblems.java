package org.safercommunities.portal.library.packs.api;

import org.safercommunities.portal.library.packs.UnknownPack;
import org.safercommunities.portal.shared.ApiRefusals;
import org.safercommunities.portal.storage.Busy;
import org.safercommunities.portal.storage.NoPreview;
import org.safercommunities.portal.storage.StorageFull;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What packs refuse. */
@RestControllerAdvice(basePackageClasses = CollectionsApi.class)
class PackProblems extends ApiRefusals {

    PackProblems() {
        super(
                "There is no such pack for you, or nothing of this id in it. Look at the list, or ask who sent the link.");
    }

    @ExceptionHandler({UnknownPack.class, NoPreview.class})
    ProblemDetail unknownPack() {
        return unknown();
    }

    @ExceptionHandler(Busy.class)
    ResponseEntity<ProblemDetail> busy(Busy busy) {
        return tryAgainSoon(String.valueOf(busy.getMessage()));
    }

    @ExceptionHandler(StorageFull.class)
    ProblemDetail full(StorageFull full) {
        return problem(HttpStatus.INSUFFICIENT_STORAGE, String.valueOf(full.getMessage()));
    }
}
