namespace GameNight.Native.OnnxRuntime;

/// <summary>
/// Owns a native tensor during one run. A ref struct, because a safe handle would cost an allocation and a finaliser for each run.
/// </summary>
/// <param name="runtime">The loaded library.</param>
/// <param name="value">The <c>OrtValue</c> of the tensor.</param>
internal readonly unsafe ref struct OrtTensor(OrtRuntime runtime, nint value)
{
    public nint Pointer => value;

    /// <summary>A tensor over memory that the caller keeps pinned until the tensor is disposed. Copies nothing.</summary>
    public static OrtTensor Over(OrtRuntime runtime, float* values, int count, long* shape, int rank)
    {
        nint value;
        runtime.Check(runtime.Api->CreateTensorWithDataAsOrtValue(
            runtime.CpuMemory, values, (nuint)count * sizeof(float), shape, (nuint)rank, OrtElementType.Float, &value));
        return new OrtTensor(runtime, value);
    }

    /// <exception cref="ArgumentException">
    /// <paramref name="result"/> and the tensor have different numbers of elements.
    /// </exception>
    public void CopyTo(Span<float> result)
    {
        var count = CountElements();
        if (count != (nuint)result.Length)
            throw new ArgumentException($"The output has {count} values, but there is room for {result.Length}.", nameof(result));
        void* data;
        runtime.Check(runtime.Api->GetTensorMutableData(value, &data));
        new ReadOnlySpan<float>(data, result.Length).CopyTo(result);
    }

    public void Dispose() => runtime.Api->ReleaseValue(value);

    private nuint CountElements()
    {
        nint info;
        nuint count;
        runtime.Check(runtime.Api->GetTensorTypeAndShape(value, &info));
        try
        {
            runtime.Check(runtime.Api->GetTensorShapeElementCount(info, &count));
            return count;
        }
        finally
        {
            runtime.Api->ReleaseTensorTypeAndShapeInfo(info);
        }
    }
}
