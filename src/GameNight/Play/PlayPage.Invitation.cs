namespace GameNight.Play;

public sealed partial class PlayPage
{
    /// <summary>How many answered drawings it takes to know how it works.</summary>
    private const int Acquainted = 3;

    private bool _isInvited;

    /// <summary>Whether the page invites to the other games: from the third answered drawing to the fourth.</summary>
    private bool IsInviting => _isInvited && _session.Drawn == Acquainted;

    /// <summary>Invites a newcomer who draws whatever comes to mind, once in this browser.</summary>
    private async Task InviteAsync()
    {
        if (_session is { Drawn: Acquainted, Challenge: false } && !_isInvited && await storage.TryInviteAsync())
            _isInvited = true;
    }
}
