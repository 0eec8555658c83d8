namespace GameNight.Native.XGBoost;

/// <summary>A table of features, a row for each example, in the form that XGBoost trains on. Native memory until disposed.</summary>
public sealed class DMatrix : IDisposable
{
    private DMatrix(XgbMatrixHandle handle, int rows, int columns) => (Handle, Rows, Columns) = (handle, rows, columns);

    public int Rows { get; }

    public int Columns { get; }

    internal XgbMatrixHandle Handle { get; }

    /// <summary>Copies a table.</summary>
    /// <param name="values">Row by row; NaN where a value is missing.</param>
    /// <param name="rows">At least 1.</param>
    /// <param name="labels">The class of each row, counted from 0; empty where the matrix is only to be predicted.</param>
    /// <exception cref="ArgumentException">The values do not fill the rows, or there is not one label a row.</exception>
    /// <exception cref="XgbException">XGBoost refuses a value, such as an infinite one.</exception>
    /// <exception cref="XgbLibraryMissingException">There is no XGBoost.</exception>
    public static DMatrix Create(ReadOnlySpan<float> values, int rows, ReadOnlySpan<float> labels = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        if (values.IsEmpty || values.Length % rows != 0)
            throw new ArgumentException($"{values.Length} values do not fill {rows} rows.", nameof(values));
        if (!labels.IsEmpty && labels.Length != rows)
            throw new ArgumentException($"{rows} rows have {rows} labels, not {labels.Length}.", nameof(labels));
        XgbApi.Silence();
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
