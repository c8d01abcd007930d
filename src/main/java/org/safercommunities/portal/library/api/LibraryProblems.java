package org.safercommunities.portal.library.api;

import org.safercommunities.portal.agencies.ProofChallenge;
import org.safercommunities.portal.agencies.ProofMissing;
import org.safercommunities.portal.library.DocumentIsGone;
import org.safercommunities.portal.library.NotSigned;
import org.safercommunities.portal.library.UnknownDocument;
import org.safercommunities.portal.shared.ApiRefusals;
import org.safercommunities.portal.storage.Busy;
import org.safercommunities.portal.storage.HeldBack;
import org.safercommunities.portal.storage.NoPreview;
import org.safercommunities.portal.storage.StorageFull;
import org.safercommunities.portal.storage.TooLarge;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What the library refuses. */
@RestControllerAdvice(basePackageClasses = DocumentsApi.class)
class LibraryProblems extends ApiRefusals {

    private final ProofChallenge challenge;

    LibraryProblems(ProofChallenge challenge) {
        super("There is no such document for you. Search the library, or ask who sent the link.");
        this.challenge = challenge;
    }

    @ExceptionHandler(UnknownDocument.class)
    ProblemDetail unknownDocument() {
        return unknown();
    }

    @ExceptionHandler(NotSigned.class)
    ProblemDetail notSigned(NotSigned missing) {
        return problem(HttpStatus.FORBIDDEN, String.valueOf(missing.getMessage()));
    }

    /** RFC 9470: the token is good, and not good enough for this. */
    @ExceptionHandler(ProofMissing.class)
    ResponseEntity<ProblemDetail> proofMissing(ProofMissing missing) {
        return ResponseEntity.status(HttpStatus.FORBIDDEN)
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge.header())
                .body(problem(HttpStatus.FORBIDDEN, String.valueOf(missing.getMessage())));
    }

    @ExceptionHandler(DocumentIsGone.class)
    ProblemDetail gone(DocumentIsGone gone) {
        ProblemDetail problem = problem(HttpStatus.GONE, String.valueOf(gone.getMessage()));
        var instead = gone.gone().replacedBy();
        if (instead != null) {
            problem.setProperty("replacedBy", instead.toString());
        }
        return problem;
    }

    /** It waits for the virus scanner, or was refused by it: {@code scan} says which. */
    @ExceptionHandler(HeldBack.class)
    ProblemDetail heldBack(HeldBack held) {
        ProblemDetail problem = problem(HttpStatus.LOCKED, String.valueOf(held.getMessage()));
        problem.setProperty("scan", held.scan().state().name());
        return problem;
    }

    /** The file itself can be had; the detail says why it cannot be shown. */
    @ExceptionHandler(NoPreview.class)
    ProblemDetail noPreview(NoPreview none) {
        return problem(HttpStatus.NOT_FOUND, none.reason());
    }

    @ExceptionHandler(Busy.class)
    ResponseEntity<ProblemDetail> busy(Busy busy) {
        return tryAgainSoon(String.valueOf(busy.getMessage()));
    }

    @ExceptionHandler(TooLarge.class)
    ProblemDetail tooLarge(TooLarge tooLarge) {
        return problem(HttpStatus.CONTENT_TOO_LARGE, String.valueOf(tooLarge.getMessage()));
    }

    @ExceptionHandler(StorageFull.class)
    ProblemDetail full(StorageFull full) {
        return problem(HttpStatus.INSUFFICIENT_STORAGE, String.valueOf(full.getMessage()));
    }
}
