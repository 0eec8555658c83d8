using System.Diagnostics.CodeAnalysis;
using GameNight.Drawing.Strokes;
using GameNight.Observations.Store;
using GameNight.Scoreboard.Results;

namespace GameNight.Scoreboard.Projection;

/// <summary>
/// Every play as a row of numbers, about 75 bytes with seven guesses: small enough to keep a million of them in memory and to
/// count them anew for every question that is asked.
/// </summary>
/// <remarks>
/// Counts by algorithm, version, digit, guess, player, hour and input kind together would be as many cells as there are guesses,
/// and pairs of algorithms on the same drawing are not to be had from them. One thread writes, any read without a lock: rows are
/// only appended and never move; of a row only its mark changes, which is one byte.
/// </remarks>
public sealed class FactTable
{
    /// <summary>A count of many rows is added up from so many: the sums of all of them are in memory at once.</summary>
    private const int MaxParts = 16;

    private readonly List<Block> _blocks = [];
    private Block[] _shown = [];
    private GuessBlock[] _guesses = [];
    private int _nextGuess;
    private volatile int _count;

    /// <summary>Who drew, by number.</summary>
    public ValueIndex<string> Players { get; } = new();

    /// <summary>Who guessed, by number.</summary>
    public ValueIndex<ScoredVersion> Contenders { get; } = new();

    /// <summary>How many rows there are, 0 to <see cref="Count"/> − 1.</summary>
    public int Count => _count;

    public PlayRow this[int row]
    {
        get
        {
            var (block, i) = (Volatile.Read(ref _shown)[row / Block.Size], row % Block.Size);
            var guesses = Volatile.Read(ref _guesses)[block.FirstGuess[i] / GuessBlock.Size];
            var (start, length) = (block.FirstGuess[i] % GuessBlock.Size, block.Guesses[i]);
            return new PlayRow
            {
                Row = row,
                Time = block.Time[i],
                Player = block.Player[i],
                Mark = new LabelCode(Volatile.Read(ref block.Mark[i])),
                Input = block.Input[i] == 0 ? null : (InputKind)(block.Input[i] - 1),
                ChosenBy = (ChosenBy)block.ChosenBy[i],
                Chosen = block.Chosen[i],
                Duration = block.Duration[i] < 0 ? null : block.Duration[i],
                Contenders = guesses.Contender.AsSpan(start, length),
                Digits = guesses.Digit.AsSpan(start, length),
                Confidences = guesses.Confidence.AsSpan(start, length),
            };
        }
    }

    /// <returns>Its row.</returns>
    public int Append(PlayFacts play)
    {
        var row = _count;
        if (row % Block.Size == 0)
            Show(new Block());
        var (block, i) = (_blocks[^1], row % Block.Size);
        (block.Time[i], block.Player[i], block.Mark[i], block.Chosen[i]) = (play.Time, Players.NumberOf(play.Player), play.Mark.Code, (byte)play.Chosen);
        (block.Input[i], block.ChosenBy[i], block.Duration[i]) = ((byte)(play.Input is { } input ? (int)input + 1 : 0), (byte)play.ChosenBy, play.Duration ?? -1);
        (block.FirstGuess[i], block.Guesses[i]) = (Write(play.Guesses), (byte)play.Guesses.Count);
        _count = row + 1;
        return row;
    }

    public void SetMark(int row, LabelCode mark) => Volatile.Write(ref Volatile.Read(ref _shown)[row / Block.Size].Mark[row % Block.Size], mark.Code);

    /// <summary>Goes over all rows that are there now, on all processors.</summary>
    /// <param name="start">Makes what adds rows up; each processor's own.</param>
    /// <param name="add">Adds a row that counts to it.</param>
    /// <param name="merge">Adds the second to the first.</param>
    /// <param name="filter">Which rows count.</param>
    /// <param name="cancellation">Nobody waits for it any more.</param>
    public T Aggregate<T>(Func<T> start, Adder<T> add, Action<T, T> merge, Filter filter, CancellationToken cancellation)
    {
        var (count, rows) = (_count, new RowFilter(filter, this));
        var size = Math.Max(Block.Size, (count + MaxParts - 1) / MaxParts);
        var parts = Enumerable.Range(0, (count + size - 1) / size).AsParallel().AsOrdered().WithCancellation(cancellation).Select(number =>
        {
            var part = start();
            for (var row = number * size; row < Math.Min(count, (number + 1) * size); row++)
            {
                var play = this[row];
                if (rows.Includes(play))
                    add(part, play);
            }

            return part;
        });
        var sum = start();
        foreach (var part in parts)
            merge(sum, part);
        return sum;
    }

    [SuppressMessage("Design", "CA1034", Justification = "It belongs to the method above and to nothing else.")]
    public delegate void Adder<in T>(T sum, in PlayRow play);

    private void Show(Block block)
    {
        _blocks.Add(block);
        Volatile.Write(ref _shown, [.. _blocks]);
    }

    /// <summary>The guesses of a play lie in one block.</summary>
    private int Write(IReadOnlyList<GuessFacts> guesses)
    {
        if (_nextGuess / GuessBlock.Size != (_nextGuess + guesses.Count) / GuessBlock.Size || _guesses.Length == 0)
        {
            _nextGuess = _guesses.Length * GuessBlock.Size;
            Volatile.Write(ref _guesses, [.. _guesses, new GuessBlock()]);
        }

        var first = _nextGuess;
        var block = _guesses[^1];
        foreach (var guess in guesses)
        {
            var i = _nextGuess++ % GuessBlock.Size;
            (block.Contender[i], block.Digit[i], block.Confidence[i]) = (checked((ushort)Contenders.NumberOf(guess.By)), (byte)guess.Digit, guess.Confidence);
        }

        return first;
    }

    private sealed class Block
    {
        public const int Size = 1 << 14;

        public readonly long[] Time = new long[Size];
        public readonly int[] Player = new int[Size];
        public readonly int[] Duration = new int[Size];
        public readonly int[] FirstGuess = new int[Size];
        public readonly byte[] Guesses = new byte[Size];
        public readonly byte[] Mark = new byte[Size];
        public readonly byte[] Input = new byte[Size];
        public readonly byte[] ChosenBy = new byte[Size];
        public readonly byte[] Chosen = new byte[Size];
    }

    private sealed class GuessBlock
    {
        public const int Size = 1 << 16;

        public readonly ushort[] Contender = new ushort[Size];
        public readonly byte[] Digit = new byte[Size];
        public readonly float[] Confidence = new float[Size];
    }
}
