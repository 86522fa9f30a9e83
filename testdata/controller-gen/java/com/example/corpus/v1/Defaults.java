package com.example.corpus.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.jop.markers.validation.AcceptsNull;
import dev.jop.markers.validation.Default;
import dev.jop.markers.validation.Example;
import dev.jop.markers.validation.ExternalDocs;
import dev.jop.markers.validation.Title;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Book is something to have by default.
 *
 * @param title The title.
 * @param pages The number of pages.
 * @param authors Who wrote it.
 */
record Book(
    String title, @Default("100") @Nullable Integer pages, @Nullable List<String> authors) {}

/**
 * DefaultsSpec has defaults and examples of all kinds.
 *
 * @param text A string.
 * @param word A bare string.
 * @param empty An empty string.
 * @param numeral A string that looks like a number.
 * @param answer A string that looks like a truth.
 * @param number A number.
 * @param negative A negative number.
 * @param floatValue A float.
 * @param truth A truth.
 * @param strings A list of strings.
 * @param none An empty list.
 * @param numbers A list of numbers.
 * @param map A map.
 * @param book An object.
 * @param lid An empty object, filled by the defaults of its properties.
 * @param books A list of objects.
 * @param kubernetes The default of Kubernetes' own types.
 * @param kubernetesBook A whole object in Kubernetes' own way.
 * @param nullable What may be null.
 * @param nullableText What is null by default.
 * @param nullableBook An object that may be null.
 * @param nullableList A list that may be null.
 * @param titled With a title.
 * @param documented With documents elsewhere.
 * @param referenced With documents elsewhere, not described.
 */
record DefaultsSpec(
    @Default("some words") @Example("other words") @Nullable String text,
    @Default("word") @Nullable String word,
    @Default("") @Nullable String empty,
    @Default("1") @Example("007") @Nullable String numeral,
    @Default("true") @Nullable String answer,
    @Default("42") @Example("43") @Nullable Integer number,
    @Default("-7") @Nullable Long negative,
    @JsonProperty("float") @Default("2.5") @Example("0.125") @Nullable Double floatValue,
    @Default("true") @Example("false") @Nullable Boolean truth,
    @Default("[\"a\", \"b\"]") @Example("[\"c\"]") @Nullable List<String> strings,
    @Default("[]") @Nullable List<String> none,
    @Default("[1, 2, 3]") @Nullable List<Integer> numbers,
    @Default("{\"a\": \"1\", \"b\": \"two\"}") @Example("{\"c\": \"3\"}")
        @Nullable Map<String, String> map,
    @Default("{\"title\": \"Nothing\", \"authors\": [\"me\"]}")
        @Example("{\"title\": \"Something\", \"pages\": 3}")
        @Nullable Book book,
    @Default("{}") @Nullable Lid lid,
    @Default("[{\"title\": \"One\"}, {\"title\": \"Two\", \"pages\": 2}]")
        @Nullable List<Book> books,
    @Default("cluster") @Nullable String kubernetes,
    @Default("{\"title\": \"Plain\", \"pages\": 5}") @Nullable Book kubernetesBook,
    @AcceptsNull @Nullable String nullable,
    @AcceptsNull @Nullable String nullableText,
    @AcceptsNull @Nullable Book nullableBook,
    @AcceptsNull @Nullable List<String> nullableList,
    @Title("The Title: of it") @Nullable String titled,
    @ExternalDocs(url = "https://example.com/docs", description = "all of it")
        @Nullable String documented,
    @ExternalDocs(url = "https://example.com/more") @Nullable String referenced) {}

/** Defaults is about defaults, examples and what else is told of a property. */
@Group("corpus.example.com")
@Version("v1")
@Plural("defaults")
@Singular("defaults")
public final class Defaults extends CustomResource<DefaultsSpec, Void> implements Namespaced {}
