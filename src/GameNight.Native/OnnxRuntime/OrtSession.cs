namespace GameNight.Native.OnnxRuntime;

/// <summary>
/// A loaded ONNX model. Every member may be called from many threads at once, <see cref="Dispose"/> too: a run that is
/// under way finishes, and the native model goes with the last of them.
/// </summary>
public sealed unsafe class OrtSession : IDisposable
{
    private readonly OrtSessionHandle _session;
    private readonly OrtPort[] _inputs;
    private readonly OrtPort[] _outputs;

    // A safe handle closes only when nobody holds it: runs that overlap without end would never see it closed.
    private volatile bool _disposed;

    private OrtSession(OrtSessionHandle session)
    {
        _session = session;
        _inputs = OrtPort.Inputs(session);
        _outputs = OrtPort.Outputs(session);
        Inputs = [.. _inputs.Select(port => port.Info)];
        Outputs = [.. _outputs.Select(port => port.Info)];
    }

    public IReadOnlyList<OrtTensorInfo> Inputs { get; }

    public IReadOnlyList<OrtTensorInfo> Outputs { get; }

    /// <summary>Loads a model.</summary>
    /// <param name="model">The bytes of an .onnx file; not needed any more after the call.</param>
    /// <param name="threads">How many threads share the work inside one run; 1 means the caller's own and no others.</param>
    /// <exception cref="OrtException">The bytes are no model that this version of ONNX Runtime can run.</exception>
    /// <exception cref="OrtLibraryMissingException">There is no ONNX Runtime.</exception>
    public static OrtSession Load(ReadOnlySpan<byte> model, int threads = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var runtime = OrtLibrary.Runtime;
        using var options = new OrtSessionOptionsHandle(runtime);
        options.SetIntraOpNumThreads(threads);
        // Otherwise idle threads of the pool turn in circles and take the processor from the rest of the server.
        options.AddConfigEntry("session.intra_op.allow_spinning\0"u8, "0\0"u8);
        var session = new OrtSessionHandle(runtime, model, options);
        try
        {
            return new OrtSession(session);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Runs the model on one tensor of floats and reads one tensor of floats back, both row by row.</summary>
    /// <param name="input">The name of the model's only input.</param>
    /// <param name="values">As many as <paramref name="shape"/> says; read where they are.</param>
    /// <param name="shape">The length of each dimension, usually with the number of images first.</param>
    /// <param name="output">The name of one of <see cref="Outputs"/>; the others are computed too and thrown away.</param>
    /// <param name="result">Filled with the output; exactly as long.</param>
    /// <exception cref="ArgumentException">A name is unknown or not of a tensor of floats, or a length does not fit.</exception>
    /// <exception cref="OrtException">The model does not take this shape, needs more inputs, or fails on these values.</exception>
    /// <exception cref="ObjectDisposedException">The session is disposed.</exception>
    public void Run(string input, ReadOnlySpan<float> values, ReadOnlySpan<long> shape, string output, Span<float> result)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var from = Find(_inputs, input, nameof(input));
        var to = Find(_outputs, output, nameof(output));
        RequireCount(values.Length, shape);

        var runtime = _session.Runtime;
        using var session = _session.Borrow();
        fixed (float* data = values)
        fixed (long* dimensions = shape)
        fixed (byte* inputName = from.Utf8Name, outputName = to.Utf8Name)
        {
            using var given = OrtTensor.Over(runtime, data, values.Length, dimensions, shape.Length);
            var (inputNames, outputNames) = ((nint)inputName, (nint)outputName);
            var (inputValue, outputValue) = (given.Pointer, (nint)0);
            runtime.Check(runtime.Api->Run(
                session.Pointer, 0, (byte**)&inputNames, &inputValue, 1, (byte**)&outputNames, 1, &outputValue));
            using var produced = new OrtTensor(runtime, outputValue);
            produced.CopyTo(result);
        }
    }

    public void Dispose()
    {
        _disposed = true;
        _session.Dispose();
    }

    private static OrtPort Find(OrtPort[] ports, string name, string parameter)
    {
        foreach (var port in ports)
        {
            if (!string.Equals(port.Info.Name, name, StringComparison.Ordinal))
                continue;
            return port.Info.ElementType == OrtElementType.Float
                ? port
                : throw new ArgumentException($"'{name}' is {port.Info.ElementType}, and only tensors of Float can be used.", parameter);
        }

        throw new ArgumentException($"The model has no {parameter} '{name}', only {string.Join(", ", ports.Select(port => $"'{port.Info.Name}'"))}.", parameter);
    }

    private static void RequireCount(int count, ReadOnlySpan<long> shape)
    {
        long product = 1;
        foreach (var dimension in shape)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(dimension, nameof(shape));
            product = long.CreateSaturating((Int128)product * dimension);
        }

        if (product != count)
            throw new ArgumentException($"The shape [{string.Join(", ", shape.ToArray())}] asks for {product} values; there are {count}.", nameof(shape));
    }
}
