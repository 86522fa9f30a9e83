/** The operator: where it starts and what it is made of. */
@NullMarked
package io.my_org.myapp;

import org.jspecify.annotations.NullMarked;
