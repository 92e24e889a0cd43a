{* What the client sees of the plan: how it stands, and one next step. Bootstrap 3 and 4; Smarty 3 and 4. *}
<div class="panel panel-default card mb-3" id="jetpack-panel">
    <div class="panel-body card-body">
        <h3 class="h4">Jetpack</h3>
        <p>{$jetpack_text|escape}</p>
        {if $jetpack_until ne ''}
            <p><small>{$jetpack_until|escape}</small></p>
        {/if}
        {if $jetpack_url ne ''}
            <p><a class="btn btn-primary" href="{$jetpack_url|escape}" target="_blank" rel="noopener noreferrer">{$jetpack_button|escape}</a></p>
        {/if}
    </div>
</div>
