
namespace GameNight.Native.XGBoost;

/// <summary>
/// An ensemble of boosted trees, trained round by round. Holds native memory until disposed. Not safe for concurrent use.
/// </summary>
public sealed unsafe class Booster : IDisposable
{
    private readonly XgbBoosterHandle _handle;

    private Booster(XgbBoosterHandle handle) => _handle = handle;

    /// <summary>The number of trained rounds; each adds a tree for every class.</summary>
    public int Rounds
    {
        get
        {
            XgbApi.Check(XgbApi.XGBoosterBoostedRounds(_handle, out var rounds));
            return rounds;
        }
    }

    /// <summary>The number of features, which are the columns of its matrices.</summary>
    public int Features
    {
        get
        {
            XgbApi.Check(XgbApi.XGBoosterGetNumFeature(_handle, out var count));
            return (int)count;
        }
    }

    /// <summary>A booster without trees.</summary>
    /// <param name="training">A matrix with as many columns as the booster will have features.</param>
    /// <exception cref="XgbLibraryMissingException">XGBoost was not found.</exception>
    public static Booster Create(DMatrix training)
    {
        XgbApi.SuppressWarnings();
        using var matrix = training.Handle.Borrow();
        XgbApi.Check(XgbApi.XGBoosterCreate([matrix.Pointer], 1, out var handle));
        return new Booster(handle);
    }

    /// <summary>Loads a booster that was saved by <see cref="Save"/> or another program.</summary>
    /// <param name="bytes">JSON or UBJ; XGBoost detects which.</param>
    /// <exception cref="XgbException">The bytes are not a booster.</exception>
    /// <exception cref="XgbLibraryMissingException">XGBoost was not found.</exception>
    public static Booster Load(ReadOnlySpan<byte> bytes)
    {
        // XGBoost takes anything that does not begin like JSON or UBJ for its old binary format, and reads beyond the end.
        if (bytes.Length < 2 || bytes[0] != '{')
            throw new XgbException("The bytes are not a booster in XGBoost's JSON or UBJ format.");
        // Nor does it check for the end of UBJ, which has a letter as second byte: a truncated file would crash the process.
        if (char.IsAsciiLetter((char)bytes[1]) && !UbjScanner.IsComplete(bytes))
            throw new XgbException("The booster in UBJ format breaks off: the file is damaged or was not copied to its end.");
        XgbApi.SuppressWarnings();
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

    /// <summary>Sets a parameter of XGBoost's documentation. A wrong value fails in the next <see cref="Update"/>.</summary>
    /// <remarks>https://xgboost.readthedocs.io/en/stable/parameter.html</remarks>
    public void Set(string name, string value) => XgbApi.Check(XgbApi.XGBoosterSetParam(_handle, name, value));

    /// <summary>Trains one more round.</summary>
    /// <param name="training">A matrix with labels.</param>
    /// <param name="round">
    /// The number of the round, from 0; random numbers depend on it and on the parameter <c>seed</c>.
    /// </param>
    /// <exception cref="XgbException">A parameter, a label or the number of columns is invalid.</exception>
    public void Update(DMatrix training, int round)
    {
        XgbApi.SuppressWarnings();
        XgbApi.Check(XgbApi.XGBoosterUpdateOneIter(_handle, round, training.Handle));
    }

    /// <summary>The predictions, row by row: with the objective <c>multi:softprob</c> the probability of each class.</summary>
    /// <param name="matrix">A matrix with as many columns as the booster has features.</param>
    /// <param name="margin">Whether to return the sums of the leaves before softmax instead.</param>
    /// <exception cref="XgbException">The matrix has another number of columns.</exception>
    public float[] Predict(DMatrix matrix, bool margin = false)
    {
        XgbApi.SuppressWarnings();
        var type = margin ? 1 : 0;
        var config = $$"""{"type": {{type}}, "training": false, "iteration_begin": 0, "iteration_end": 0, "strict_shape": true}""";
        XgbApi.Check(XgbApi.XGBoosterPredictFromDMatrix(
            _handle, matrix.Handle, config, out var shape, out var rank, out var values));
        ulong count = 1;
        for (ulong i = 0; i < rank; i++)
            count *= shape[i];
        var predictions = new ReadOnlySpan<float>(values, (int)count).ToArray();
        GC.KeepAlive(this);
        return predictions;
    }

    /// <summary>The booster as a file, complete for predicting and for further training.</summary>
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
