using System.Diagnostics.CodeAnalysis;
using GameNight.Drawing.Strokes;
using GameNight.Observations.Store;
using GameNight.Scoreboard.Results;

namespace GameNight.Scoreboard.Projection;

/// <summary>
/// Every play as a row of numbers, about 85 bytes with seven guesses: small enough to keep a million of them in memory and to
/// count them anew for every query.
/// </summary>
/// <remarks>
/// Counts kept by algorithm, version, digit, guess, player, hour and input kind together would need as many cells as there are guesses,
/// and could not tell how two algorithms did on the same drawing. One thread writes and any may read without a lock: rows are only
/// appended and never move, and of a row only the label and whether it is a repeat change, each of which is one byte.
/// </remarks>
public sealed class FactTable
{
    /// <summary>How many parts are counted in parallel at most: their sums are all in memory at once.</summary>
    private const int MaxParts = 16;

    private readonly List<Block> _blocks = [];
    private readonly FingerprintIndex _drawings = new();
    private Block[] _published = [];
    private GuessBlock[] _guesses = [];
    private int _nextGuess;
    private volatile int _count;

    /// <summary>The ids of the players, by number.</summary>
    public ValueIndex<string> Players { get; } = new();

    /// <summary>The versions that guessed, by number.</summary>
    public ValueIndex<ScoredVersion> Versions { get; } = new();

    /// <summary>How many rows there are. They are numbered from 0.</summary>
    public int Count => _count;

    public PlayRow this[int row]
    {
        get
        {
            var (block, i) = (Volatile.Read(ref _published)[row / Block.Size], row % Block.Size);
            var guesses = Volatile.Read(ref _guesses)[block.FirstGuess[i] / GuessBlock.Size];
            var (start, length) = (block.FirstGuess[i] % GuessBlock.Size, block.Guesses[i]);
            return new PlayRow
            {
                Row = row,
                Time = block.Time[i],
                Player = block.Player[i],
                Label = new LabelCode(Volatile.Read(ref block.Label[i])),
                Task = new TaskCode(block.Task[i]),
                IsRepeat = Volatile.Read(ref block.IsRepeat[i]),
                Input = block.Input[i] == 0 ? null : (InputKind)(block.Input[i] - 1),
                ChosenBy = (ChosenBy)block.ChosenBy[i],
                Chosen = block.Chosen[i],
                Duration = block.Duration[i] < 0 ? null : block.Duration[i],
                Versions = guesses.Version.AsSpan(start, length),
                Digits = guesses.Digit.AsSpan(start, length),
                Confidences = guesses.Confidence.AsSpan(start, length),
            };
        }
    }

    /// <summary>Adds a row. Only for the thread that writes.</summary>
    /// <returns>The number of the row.</returns>
    public int Append(PlayFacts play)
    {
        var row = _count;
        if (row % Block.Size == 0)
            Publish(new Block());
        var (block, i) = (_blocks[^1], row % Block.Size);
        block.Time[i] = play.Time;
        block.Player[i] = Players.NumberOf(play.Player);
        block.Label[i] = play.Label.Code;
        block.Task[i] = play.Task.Code;
        block.Chosen[i] = (byte)play.Chosen;
        block.ChosenBy[i] = (byte)play.ChosenBy;
        block.Input[i] = (byte)(play.Input is { } input ? (int)input + 1 : 0);
        block.Duration[i] = play.Duration ?? -1;
        block.FirstGuess[i] = Append(play.Guesses);
        block.Guesses[i] = (byte)play.Guesses.Count;
        ChooseAmongRepeats(row, play.Drawing);
        // Last, because readers see a row from now on.
        _count = row + 1;
        return row;
    }

    /// <summary>Sets the label of a row. Only for the thread that writes.</summary>
    public void SetLabel(int row, PlayFacts play)
    {
        Volatile.Write(ref _blocks[row / Block.Size].Label[row % Block.Size], play.Label.Code);
        ChooseAmongRepeats(row, play.Drawing);
    }

    /// <summary>Adds up all rows that are there when it is called, in parallel.</summary>
    /// <param name="start">Makes an empty sum; called once for each part and once for the total.</param>
    /// <param name="add">Adds a row to the sum of its part.</param>
    /// <param name="merge">Adds the second sum to the first.</param>
    /// <param name="filter">Selects the rows; null for all of them, those that count nowhere too.</param>
    /// <param name="cancellation">Ends the count.</param>
    public T Aggregate<T>(Func<T> start, Adder<T> add, Action<T, T> merge, Filter? filter, CancellationToken cancellation)
    {
        var (count, rows) = (_count, filter is null ? null : new RowFilter(filter, this));
        var size = Math.Max(Block.Size, (count + MaxParts - 1) / MaxParts);
        var parts = new T[(count + size - 1) / size];
        // The caller counts, too, so that the count ends even where no other thread is free.
        var options = new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, parts.Length, options, number => parts[number] = AddUp(number));
        var sum = start();
        foreach (var part in parts)
            merge(sum, part);
        return sum;

        T AddUp(int number)
        {
            var part = start();
            for (var row = number * size; row < Math.Min(count, (number + 1) * size); row++)
            {
                var play = this[row];
                if (rows?.Includes(play) != false)
                    add(part, play);
            }

            return part;
        }
    }

    [SuppressMessage("Design", "CA1034", Justification = "Only Aggregate uses it.")]
    public delegate void Adder<in T>(T sum, in PlayRow play);

    /// <summary>
    /// Of the same drawing one row counts: the earliest that has a label, or without a label the earliest. So it does not depend on the
    /// order in which they arrive, which is that of their last changes, and a drawing that was sent again counts with the answer to either.
    /// An excluded row still stands for its repeats: none of them counts.
    /// </summary>
    private void ChooseAmongRepeats(int row, ulong drawing)
    {
        var counted = _drawings.FindOrAdd(drawing, row);
        var counts = counted == row || ComesBefore(this[row], this[counted]);
        SetRepeat(row, !counts);
        if (counted == row || !counts)
            return;
        SetRepeat(counted, true);
        _drawings.Replace(drawing, row);
    }

    private static bool ComesBefore(in PlayRow one, in PlayRow other) =>
        (one.Label.Digit < 0, one.Time, one.Row).CompareTo((other.Label.Digit < 0, other.Time, other.Row)) < 0;

    private void SetRepeat(int row, bool isRepeat) => Volatile.Write(ref _blocks[row / Block.Size].IsRepeat[row % Block.Size], isRepeat);

    private void Publish(Block block)
    {
        _blocks.Add(block);
        Volatile.Write(ref _published, [.. _blocks]);
    }

    /// <summary>Adds the guesses of a play, all in one block, so that a row can show them as spans.</summary>
    /// <returns>The number of the first.</returns>
    private int Append(IReadOnlyList<GuessFacts> guesses)
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
            block.Version[i] = checked((ushort)Versions.NumberOf(guess.By));
            block.Digit[i] = (byte)guess.Digit;
            block.Confidence[i] = guess.Confidence;
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
        public readonly byte[] Label = new byte[Size];
        public readonly byte[] Task = new byte[Size];
        public readonly bool[] IsRepeat = new bool[Size];
        public readonly byte[] Input = new byte[Size];
        public readonly byte[] ChosenBy = new byte[Size];
        public readonly byte[] Chosen = new byte[Size];
    }

    private sealed class GuessBlock
    {
        public const int Size = 1 << 16;

        public readonly ushort[] Version = new ushort[Size];
        public readonly byte[] Digit = new byte[Size];
        public readonly float[] Confidence = new float[Size];
    }
}
