package dev.jop.testdata.widget;

/**
 * What a widget should be.
 *
 * @param size its size
 * @param color its color
 */
public record WidgetSpec(long size, String color) {}
