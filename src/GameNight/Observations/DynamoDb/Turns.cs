namespace GameNight.Observations.DynamoDb;

/// <summary>Lets those who do something side by side go on in the order in which they began. Safe for concurrent use.</summary>
internal sealed class Turns
{
    private readonly Lock _taking = new();
    private Task _last = Task.CompletedTask;

    /// <summary>Takes the turn after all that were taken before. Whoever takes it ends it, or nobody behind it goes on.</summary>
    public Turn Take()
    {
        lock (_taking)
        {
            var turn = new Turn(_last);
            _last = turn.Ended;
            return turn;
        }
    }

    internal sealed class Turn(Task before) : IDisposable
    {
        private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Completes when it and all before it have ended.</summary>
        public Task Ended => _ended.Task;

        /// <summary>Completes when all before it have ended.</summary>
        public Task ComesAsync() => before;

        /// <summary>Ends it, even where it has not come yet.</summary>
        public void Dispose()
        {
            if (before.IsCompleted)
                _ended.TrySetResult();
            else
                _ = before.ContinueWith(_ => _ended.TrySetResult(), TaskScheduler.Default);
        }
    }
}
