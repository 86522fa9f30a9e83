<#-- What google-java-format does with text that may be too long for a line. -->
<#assign width = 100>
<#macro class head extends implements>
<#local line = head + " extends " + extends>
<#if (line?length + 1 + implements?length) <= width>
[=line] [=implements]
<#elseif line?length <= width && implements != "{}">
[=line]
    [=implements]
<#elseif implements == "{}">
[=head]
    extends [=extends] {}
<#else>
[=head]
    extends [=extends]
    [=implements]
</#if>
</#macro>
<#macro signature head parameters tail indent>
<#local space = ""?left_pad(indent)>
<#if (indent + head?length + parameters?length + tail?length) <= width>
[=space][=head][=parameters][=tail]
<#else>
[=space][=head]
[=space]    [=parameters][=tail]
</#if>
</#macro>
<#macro assign left right indent>
<#local space = ""?left_pad(indent)>
<#if (indent + left?length + 3 + right?length + 1) <= width>
[=space][=left] = [=right];
<#else>
[=space][=left] =
[=space]    [=right];
</#if>
</#macro>
<#macro annotation name arguments>
<#local line = "@" + name + "(" + arguments?join(", ") + ")">
<#if line?length <= width && !line?contains("{")>
[=line]
<#else>
@[=name](
    [=arguments?join(",\n    ")])
</#if>
</#macro>
