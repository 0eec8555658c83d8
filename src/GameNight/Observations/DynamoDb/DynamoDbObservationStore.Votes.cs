using GameNight.Observations.Store;
using static GameNight.Observations.Store.ObservationFailure;
using Item = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace GameNight.Observations.DynamoDb;

/// <summary>Votes: one attribute of an observation, which is replaced if nobody else has changed it meanwhile.</summary>
public sealed partial class DynamoDbObservationStore
{
    /// <remarks>Once begun it is not cancelled.</remarks>
    public async Task<VoteOutcome> VoteAsync(Guid id, Vote vote, CancellationToken cancellation)
    {
        vote.RequireDigit();
        return await ChangeVotesAsync(NotVoted, id, votes => votes.Has(vote) ? votes : votes.With(vote), cancellation);
    }

    /// <remarks>Once begun it is not cancelled.</remarks>
    public Task UnvoteAsync(Guid id, string player, CancellationToken cancellation) => ChangeVotesAsync(
        NotDeleted, id, votes => votes.Any(vote => vote.Player == player) ? votes.Without(player) : votes, cancellation);

    /// <summary>Changes the votes as they were read; where somebody else has changed them meanwhile, it reads them again.</summary>
    /// <param name="failure">How the message of an exception begins.</param>
    /// <param name="id">The observation's id.</param>
    /// <param name="next">Makes the votes after from those before; the same list where nothing is to be changed.</param>
    /// <param name="cancellation">Keeps the write from starting.</param>
    private async Task<VoteOutcome> ChangeVotesAsync(
        string failure, Guid id, Func<IReadOnlyList<Vote>, IReadOnlyList<Vote>> next, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var change = Guid.NewGuid().ToString();
        while (await FindItemAsync(failure, id.ToString(), CancellationToken.None) is { } item)
        {
            var votes = ObservationItem.Read(item).Votes;
            var after = next(votes);
            if (ReferenceEquals(after, votes))
            {
                await CompleteAsync(item, CancellationToken.None);
                return VoteOutcome.Unchanged;
            }

            var isFirst = !item.TryGetValue(ObservationItem.Votes, out var before);
            Item values = new() { [":votes"] = ObservationItem.Pack(after) };
            if (!isFirst)
                values[":before"] = before!;
            var condition = isFirst ? "attribute_exists(#pk) AND attribute_not_exists(#votes)" : "#votes = :before";
            if (await ChangeAsync(failure, id, change, "#votes = :votes", condition, values) is null)
                continue;
            await LogAsync(id, change, CancellationToken.None);
            return VoteOutcome.Stored;
        }

        return VoteOutcome.NotFound;
    }
}
