using GameNight.Identity.Access;
using GameNight.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace GameNight.Identity.Names;

/// <summary>The form in which a player sets, changes or removes a nickname.</summary>
public sealed partial class NicknameForm(Nicknames names, ILogger<NicknameForm> logger) : IDisposable
{
    /// <summary>Whether the circuit is there: what is typed before it is would be lost.</summary>
    private bool _isLive;
    private string? _handle;
    private string _typed = "";
    private string? _trouble;
    private string? _done;

    [CascadingParameter]
    private Task<AuthenticationState>? Authentication { get; set; }

    private string? Current => _handle is null ? null : names.Find(_handle);

    public void Dispose() => names.Changed -= OnNamesChanged;

    protected override async Task OnInitializedAsync()
    {
        names.Changed += OnNamesChanged;
        if (Authentication is null || (await Authentication).User.FindPlayerId() is not { } player)
            return;
        try
        {
            await names.RefreshAsync(CancellationToken.None);
        }
        catch (StoreException e)
        {
            // Every name that is shown asks for them again; until they are read, players are shown as guests.
            LogFailed(logger, e);
        }

        _handle = PlayerHandle.Of(player);
        _typed = Current ?? "";
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (!firstRender)
            return;
        _isLive = true;
        StateHasChanged();
    }

    private void OnNamesChanged() => _ = InvokeAsync(StateHasChanged);

    private async Task SaveAsync()
    {
        _done = null;
        if (!Nickname.TryRead(_typed, out var name, out _trouble))
            return;
        await TryAsync(async () =>
        {
            await names.SetAsync(_handle!, name, CancellationToken.None);
            (_typed, _done) = (name, "Your name is on the board.");
        });
    }

    private Task RemoveAsync() => TryAsync(async () =>
    {
        await names.RemoveAsync(_handle!, CancellationToken.None);
        (_typed, _done) = ("", "Your name is off the board.");
    });

    private async Task TryAsync(Func<Task> change)
    {
        try
        {
            await change();
            _trouble = null;
        }
        catch (StoreException e)
        {
            LogFailed(logger, e);
            _trouble = "That couldn’t be saved right now, and nothing has changed. Try again in a moment.";
        }
    }

    [LoggerMessage(LogLevel.Error, "The nicknames could not be read or changed")]
    private static partial void LogFailed(ILogger logger, StoreException exception);
}
