package org.safercommunities.portal.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.HandlerMapping;

/**
 * What the API refuses before any module is asked, or when one fails: the wrong method, a format that is not taken or not given, a
 * body that is missing. Everything outside of the API is left to others.
 */
@RestControllerAdvice
@Order(UnansweredCalls.LAST)
class UnansweredCalls {

    static final int LAST = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(UnansweredCalls.class);

    private final Contact contact;

    UnansweredCalls(Contact contact) {
        this.contact = contact;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        // To throw what was thrown means that others are to see to it
        if (!request.getRequestURI().startsWith("/api/")
                || response.isCommitted()
                || failure instanceof IOException
                || failure instanceof AccessDeniedException
                || failure instanceof AuthenticationException) {
            throw failure;
        }
        return switch (failure) {
            case HttpRequestMethodNotSupportedException wrong ->
                answer(
                        wrong,
                        "This address does not take %s. Call it with %s"
                                .formatted(wrong.getMethod(), methods(wrong.getSupportedMethods())));
            case HttpMediaTypeNotSupportedException wrong ->
                answer(wrong, "Send %s, and say so in Content-Type".formatted(types(wrong.getSupportedMediaTypes())));
            case HttpMediaTypeNotAcceptableException wrong ->
                answer(
                        wrong,
                        "The answer is %s. Say in Accept that you take it, or leave Accept out"
                                .formatted(types(wrong.getSupportedMediaTypes())));
            case MissingServletRequestParameterException missing ->
                answer(missing, "Give “%s” in the address".formatted(missing.getParameterName()));
            case MissingServletRequestPartException missing ->
                answer(missing, "Send a part called “%s”".formatted(missing.getRequestPartName()));
            case HttpMessageNotReadableException unreadable ->
                unreadable.getCause() instanceof AtMost.Exceeded
                        ? answer(HttpStatus.CONTENT_TOO_LARGE, LongestBody.IN_WORDS)
                        : answer(HttpStatus.BAD_REQUEST, "Send a body, whole: JSON of the documented form");
            case MethodArgumentTypeMismatchException mismatch ->
                answer(
                        HttpStatus.BAD_REQUEST,
                        WhatIsExpected.at(mismatch.getName(), mismatch.getRequiredType(), mismatch.getValue()));
            case InvalidInput invalid -> answer(HttpStatus.UNPROCESSABLE_CONTENT, invalid.getMessage());
            case MultipartException _ ->
                answer(HttpStatus.BAD_REQUEST, "Send the parts whole, as multipart/form-data with a boundary");
            case ErrorResponse other
            when other.getStatusCode().is4xxClientError() ->
                ResponseEntity.status(other.getStatusCode())
                        .headers(other.getHeaders())
                        .body(other.getBody());
            default -> failed(failure, request);
        };
    }

    private ResponseEntity<ProblemDetail> failed(Exception failure, HttpServletRequest request) {
        // By its pattern: an address may hold a secret
        LOG.error(
                "A call of the API failed: {} {}",
                request.getMethod(),
                request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE),
                failure);
        return answer(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Something went wrong here, and it has been noted. Try again in a minute; if it happens again, write to "
                        + contact.email());
    }

    private static ResponseEntity<ProblemDetail> answer(ErrorResponse refused, String detail) {
        HttpStatusCode status = refused.getStatusCode();
        return ResponseEntity.status(status)
                .headers(refused.getHeaders())
                .body(ProblemDetail.forStatusAndDetail(status, detail));
    }

    private static ResponseEntity<ProblemDetail> answer(HttpStatus status, String detail) {
        return ResponseEntity.status(status).body(ProblemDetail.forStatusAndDetail(status, detail));
    }

    private static String methods(String @org.jspecify.annotations.Nullable [] supported) {
        return supported == null || supported.length == 0 ? "another method" : String.join(" or ", supported);
    }

    private static String types(List<MediaType> supported) {
        return supported.isEmpty()
                ? "another format"
                : supported.stream()
                        .map(type -> type.toString().toLowerCase(Locale.ROOT))
                        .distinct()
                        .collect(Collectors.joining(" or "));
    }
}
