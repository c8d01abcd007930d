<#import "field.ftl" as field>
<#macro fields>
  <#list profile.attributes as attribute>
    <#if !attribute.readOnly>
      <@field.input name=attribute.name label=advancedMsg(attribute.displayName!attribute.name) value=attribute.value!"" error=messagesPerField.get(attribute.name) required=attribute.required autocomplete=attribute.autocomplete!"on"/>
    </#if>
  </#list>
</#macro>
