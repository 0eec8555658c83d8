namespace GameNight.Observations.Store;

/// <summary>What waits on this machine for a database that is away, for whoever shows it. Always empty where plays are kept in SQLite. Safe for concurrent use.</summary>
public sealed class Backlog
{
    private readonly Lock _changing = new();

    public BacklogState Now { get; private set; } = new(Plays: 0, Since: null, Failure: null, Refused: 0);

    /// <summary>Something that is worth to be shown is different. A play that is on its way to a database that answers is not.</summary>
    public event Action? Changed;

    internal void Change(Func<BacklogState, BacklogState> change)
    {
        bool isWorthIt;
        lock (_changing)
        {
            var before = Now;
            Now = change(before);
            isWorthIt = before.Waiting != Now.Waiting || before.Refused != Now.Refused;
        }

        if (isWorthIt)
            Changed?.Invoke();
    }
}
