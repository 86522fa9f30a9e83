/*
 * SPDX-License-Identifier: Apache-2.0
 */
/** What makes the world fit the objects. */
@NullMarked
package com.example.guestbook.controller;

import org.jspecify.annotations.NullMarked;
