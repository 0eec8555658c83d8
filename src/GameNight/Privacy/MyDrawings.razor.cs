using GameNight.Components;
using GameNight.Identity.Access;
using GameNight.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace GameNight.Privacy;

/// <summary>The buttons with which players download their drawings, and have everything deleted that is kept of them.</summary>
public sealed partial class MyDrawings(PlayerErasure erasure, OwnDrawings drawings, TimeProvider clock, ILogger<MyDrawings> logger)
    : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly PageLifetime _lifetime = new();
    private bool _isAsking;
    private bool _isDeleting;
    private string? _outcome;

    [CascadingParameter]
    private Task<AuthenticationState>? Authentication { get; set; }

    public void Dispose() => _lifetime.Dispose();

    private void Ask() => _isAsking = true;

    private void Close() => _isAsking = false;

    private async Task DeleteAsync()
    {
        _isAsking = false;
        if (Authentication is null || (await Authentication).User.FindPlayerId() is not { } player)
        {
            _outcome = "This browser has no cookie from us, so nothing is kept of you.";
            return;
        }

        _isDeleting = true;
        try
        {
            await erasure.RequestOwnAsync(player, CancellationToken.None);
            while (await drawings.CountLeftAsync(player, _lifetime.Token) is { } left)
            {
                _outcome = $"Deleting… {left} {(left == 1 ? "drawing is" : "drawings are")} left. You can leave this page.";
                StateHasChanged();
                await Task.Delay(Pause, clock, _lifetime.Token);
            }

            _outcome = "Deleted. Nothing that you had drawn until now is kept.";
        }
        catch (OperationCanceledException) when (_lifetime.IsOver)
        {
            // It goes on without the page.
        }
        catch (DeletedJustNowException e)
        {
            _outcome = e.Message;
        }
        catch (StoreException e)
        {
            LogFailed(logger, e);
            _outcome = "The database doesn’t answer right now, so your drawings may still be there. Try again in a moment.";
        }
        finally
        {
            _isDeleting = false;
        }
    }

    [LoggerMessage(LogLevel.Error, "A player's drawings could not be deleted")]
    private static partial void LogFailed(ILogger logger, StoreException exception);
}
