package dev.jop.testdata.widget;

/**
 * What a widget is.
 *
 * @param observedGeneration the generation that this status speaks of
 * @param ready whether the widget is as its spec says
 */
public record WidgetStatus(long observedGeneration, boolean ready) {}
