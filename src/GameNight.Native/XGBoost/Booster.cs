using System.Globalization;
using System.Runtime.InteropServices;

namespace GameNight.Native.XGBoost;

/// <summary>An ensemble of boosted trees that grows round by round. Native memory until disposed; one thread at a time.</summary>
public sealed unsafe class Booster : IDisposable
{
    private readonly XgbBoosterHandle _handle;

    private Booster(XgbBoosterHandle handle) => _handle = handle;

    /// <summary>How many rounds it has been trained; each adds a tree for every class.</summary>
    public int Rounds
    {
        get
        {
            XgbApi.Check(XgbApi.XGBoosterBoostedRounds(_handle, out var rounds));
            return rounds;
        }
    }

    /// <summary>How many columns it was made for.</summary>
    public int Features
    {
        get
        {
            XgbApi.Check(XgbApi.XGBoosterGetNumFeature(_handle, out var count));
            return (int)count;
        }
    }

    /// <summary>An empty one for matrices with as many columns as <paramref name="training"/>.</summary>
    /// <exception cref="XgbLibraryMissingException">There is no XGBoost.</exception>
    public static Booster Create(DMatrix training)
    {
        XgbApi.Silence();
        using var matrix = training.Handle.Borrow();
        XgbApi.Check(XgbApi.XGBoosterCreate([matrix.Pointer], 1, out var handle));
        return new Booster(handle);
    }

    /// <summary>One that <see cref="Save"/>, or XGBoost elsewhere, wrote.</summary>
    /// <param name="bytes">JSON or UBJ: XGBoost sees which.</param>
    /// <exception cref="XgbException">The bytes are no booster.</exception>
    /// <exception cref="XgbLibraryMissingException">There is no XGBoost.</exception>
    public static Booster Load(ReadOnlySpan<byte> bytes)
    {
        // XGBoost would take anything that does not begin as JSON or UBJ for its old binary format, and read beyond its end.
        if (bytes.Length < 2 || bytes[0] != '{')
            throw new XgbException("The bytes are no booster in XGBoost's JSON or UBJ format.");
        // Nor does it look for the end of UBJ, which is where a letter follows: what breaks off would end the process.
        if (char.IsAsciiLetter((char)bytes[1]) && !UbjScanner.IsComplete(bytes))
            throw new XgbException("The booster in UBJ format breaks off: the file is damaged or was not copied to its end.");
        XgbApi.Silence();
        XgbApi.Check(XgbApi.XGBoosterCreate([], 0, out var handle));
        var booster = new Booster(handle);
        try
        {
            XgbApi.Check(XgbApi.XGBoosterLoadModelFromBuffer(handle, bytes, (ulong)bytes.Length));
            return booster;
        }
        catch
        {
            booster.Dispose();
            throw;
        }
    }

    /// <summary>Sets a parameter as XGBoost's documentation lists them. A wrong value is refused when the next round begins.</summary>
    public void Set(string name, string value) => XgbApi.Check(XgbApi.XGBoosterSetParam(_handle, name, value));

    /// <summary>Trains one more round.</summary>
    /// <param name="training">With labels.</param>
    /// <param name="round">Its number, counted from 0; with the parameter <c>seed</c> it decides on whatever is drawn by lot.</param>
    /// <exception cref="XgbException">A parameter, a label or the number of columns is wrong.</exception>
    public void Update(DMatrix training, int round)
    {
        XgbApi.Silence();
        XgbApi.Check(XgbApi.XGBoosterUpdateOneIter(_handle, round, training.Handle));
    }

    /// <summary>The metrics that the parameter <c>eval_metric</c> names, on a matrix with labels.</summary>
    /// <exception cref="XgbException">The matrix has no labels or other columns.</exception>
    public IReadOnlyDictionary<string, double> Evaluate(DMatrix matrix)
    {
        XgbApi.Silence();
        using var borrowed = matrix.Handle.Borrow();
        fixed (byte* name = "x\0"u8)
        {
            var names = name;
            XgbApi.Check(XgbApi.XGBoosterEvalOneIter(_handle, 0, [borrowed.Pointer], &names, 1, out var text));
            // [0]	x-mlogloss:0.123	x-merror:0.045
            var metrics = Marshal.PtrToStringUTF8(text)!;
            // The text is the booster's own, and lives as long as it.
            GC.KeepAlive(this);
            return metrics.Split('\t').Skip(1).Select(metric => metric.Split(':'))
                .ToDictionary(metric => metric[0]["x-".Length..], metric => double.Parse(metric[1], CultureInfo.InvariantCulture));
        }
    }

    /// <summary>A row of numbers for each row of the matrix: for <c>multi:softprob</c> the probability of each class.</summary>
    /// <param name="matrix">With as many columns as the booster was made for.</param>
    /// <param name="margin">The plain sums of the leaves instead, before softmax.</param>
    /// <exception cref="XgbException">The matrix has other columns.</exception>
    public float[] Predict(DMatrix matrix, bool margin = false)
    {
        XgbApi.Silence();
        var config = $$"""{"type": {{(margin ? 1 : 0)}}, "training": false, "iteration_begin": 0, "iteration_end": 0, "strict_shape": true}""";
        XgbApi.Check(XgbApi.XGBoosterPredictFromDMatrix(_handle, matrix.Handle, config, out var shape, out var rank, out var values));
        ulong count = 1;
        for (ulong i = 0; i < rank; i++)
            count *= shape[i];
        var predictions = new ReadOnlySpan<float>(values, (int)count).ToArray();
        GC.KeepAlive(this);
        return predictions;
    }

    /// <summary>All that is needed to predict and to train on.</summary>
    public byte[] Save(BoosterFormat format)
    {
        var config = format == BoosterFormat.Json ? """{"format": "json"}""" : """{"format": "ubj"}""";
        XgbApi.Check(XgbApi.XGBoosterSaveModelToBuffer(_handle, config, out var length, out var bytes));
        var saved = new ReadOnlySpan<byte>(bytes, (int)length).ToArray();
        GC.KeepAlive(this);
        return saved;
    }

    public void Dispose() => _handle.Dispose();
}
