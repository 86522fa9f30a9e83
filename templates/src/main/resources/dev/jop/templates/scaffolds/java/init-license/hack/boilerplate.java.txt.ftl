[=project.header]<#t>
