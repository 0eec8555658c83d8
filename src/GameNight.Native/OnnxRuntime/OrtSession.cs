namespace GameNight.Native.OnnxRuntime;

/// <summary>
/// A loaded ONNX model. All members are safe for concurrent use, including <see cref="Dispose"/>: runs in progress finish, and
/// the native model is released after the last of them.
/// </summary>
public sealed unsafe class OrtSession : IDisposable
{
    private readonly OrtSessionHandle _session;
    private readonly OrtPort[] _inputs;
    private readonly OrtPort[] _outputs;

    // A safe handle closes when its last reference is gone. Runs that overlap without a gap would keep it open.
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
    /// <param name="model">The bytes of an .onnx file; not used after the call.</param>
    /// <param name="threads">
    /// The number of threads that share the work of a run, at least 1; 1 is the caller's own thread.
    /// </param>
    /// <exception cref="OrtException">The bytes are not a model that this version of ONNX Runtime can run.</exception>
    /// <exception cref="OrtLibraryMissingException">ONNX Runtime was not found.</exception>
    public static OrtSession Load(ReadOnlySpan<byte> model, int threads = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var runtime = OrtLibrary.Runtime;
        using var options = new OrtSessionOptionsHandle(runtime);
        options.SetIntraOpNumThreads(threads);
        // Otherwise idle threads of the pool spin, and take processor time from the rest of the server.
        options.AddConfigEntry("session.intra_op.allow_spinning\0"u8, "0\0"u8);
        // Not ONNX Runtime's own format, which it would recognise by a few bytes and which nothing here looks into.
        options.AddConfigEntry("session.load_model_format\0"u8, "ONNX\0"u8);
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

    /// <summary>Runs the model on a tensor of floats and returns one of its outputs. Tensors are stored row by row.</summary>
    /// <param name="input">The name of the model's only input.</param>
    /// <param name="values">The elements of the input, as many as <paramref name="shape"/> has. They are not copied.</param>
    /// <param name="shape">The length of each dimension, usually with the number of images first.</param>
    /// <param name="output">The name of one of <see cref="Outputs"/>; the others are computed and discarded.</param>
    /// <param name="result">Filled with the output, whose number of elements it has.</param>
    /// <exception cref="ArgumentException">
    /// A name is unknown or not that of a tensor of floats, or a length does not fit.
    /// </exception>
    /// <exception cref="OrtException">
    /// The model does not take this shape, has more inputs, or fails on these values.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The session is disposed.</exception>
    public void Run(string input, ReadOnlySpan<float> values, ReadOnlySpan<long> shape, string output, Span<float> result)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var inputPort = Find(_inputs, input, nameof(input));
        var outputPort = Find(_outputs, output, nameof(output));
        RequireCount(values.Length, shape);

        var runtime = _session.Runtime;
        using var session = _session.Borrow();
        fixed (float* data = values)
        fixed (long* dimensions = shape)
        fixed (byte* inputName = inputPort.Utf8Name, outputName = outputPort.Utf8Name)
        {
            using var inputTensor = OrtTensor.Over(runtime, data, values.Length, dimensions, shape.Length);
            var (inputNames, outputNames) = ((nint)inputName, (nint)outputName);
            var (inputValue, outputValue) = (inputTensor.Pointer, (nint)0);
            runtime.Check(runtime.Api->Run(
                session.Pointer, 0, (byte**)&inputNames, &inputValue, 1, (byte**)&outputNames, 1, &outputValue));
            using var outputTensor = new OrtTensor(runtime, outputValue);
            outputTensor.CopyTo(result);
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

        var names = string.Join(", ", ports.Select(port => $"'{port.Info.Name}'"));
        throw new ArgumentException($"The model has no {parameter} '{name}', only {names}.", parameter);
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
        {
            throw new ArgumentException(
                $"The shape [{string.Join(", ", shape.ToArray())}] has {product} values, but {count} are given.", nameof(shape));
        }
    }
}
