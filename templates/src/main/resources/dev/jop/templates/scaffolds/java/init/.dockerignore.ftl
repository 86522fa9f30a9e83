# The image needs these and nothing else.
*
!target/manager.jar
!target/lib
