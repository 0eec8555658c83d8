namespace GameNight.Native.XGBoost;

/// <summary>
/// XGBoost's matrix: a row of features for each example, perhaps with labels. Holds native memory until disposed.
/// </summary>
public sealed class DMatrix : IDisposable
{
    private DMatrix(XgbMatrixHandle handle, int rows, int columns) => (Handle, Rows, Columns) = (handle, rows, columns);

    public int Rows { get; }

    public int Columns { get; }

    internal XgbMatrixHandle Handle { get; }

    /// <summary>Copies values and labels into a matrix.</summary>
    /// <param name="values">The features, row by row; NaN where a value is missing.</param>
    /// <param name="rows">The number of rows, at least 1.</param>
    /// <param name="labels">The class of each row, from 0; empty for a matrix that is only used to predict.</param>
    /// <exception cref="ArgumentException">
    /// The values do not fill the rows, or the number of labels differs from that of rows.
    /// </exception>
    /// <exception cref="XgbException">XGBoost refuses a value, such as an infinite one.</exception>
    /// <exception cref="XgbLibraryMissingException">XGBoost was not found.</exception>
    public static DMatrix Create(ReadOnlySpan<float> values, int rows, ReadOnlySpan<float> labels = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        if (values.IsEmpty || values.Length % rows != 0)
            throw new ArgumentException($"{values.Length} values do not fill {rows} rows.", nameof(values));
        if (!labels.IsEmpty && labels.Length != rows)
            throw new ArgumentException($"{rows} rows have {rows} labels, not {labels.Length}.", nameof(labels));
        XgbApi.SuppressWarnings();
        var columns = values.Length / rows;
        XgbApi.Check(XgbApi.XGDMatrixCreateFromMat(values, (ulong)rows, (ulong)columns, float.NaN, out var handle));
        var matrix = new DMatrix(handle, rows, columns);
        try
        {
            if (!labels.IsEmpty)
                XgbApi.Check(XgbApi.XGDMatrixSetFloatInfo(handle, "label", labels, (ulong)labels.Length));
            return matrix;
        }
        catch
        {
            matrix.Dispose();
            throw;
        }
    }

    public void Dispose() => Handle.Dispose();
}
